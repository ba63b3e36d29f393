import { all, defineRule, need, oneOf, where } from '#rule'

export default defineRule({
  id: 'ecs/fargate-setting-missing',
  title: 'A Fargate task needs awsvpc, Cpu and Memory',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Give Cpu and Memory of the task, and the network mode awsvpc.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
      fact: 'Tasks on Fargate use the network mode awsvpc and have a size.',
    },
  ],
  notes: ['000:195', '001:882', '001:883', '001:885', '001:909', '001:915', '001:916', '001:917', '001:922', '002:1545', '002:1548'],
  cfnLint: ['E3048'],
  check: where(
    'RequiresCompatibilities.*',
    ['FARGATE'],
    all(need('A task on Fargate needs {name}, which is not set.', 'NetworkMode', 'Cpu', 'Memory'), oneOf('NetworkMode', ['awsvpc'])),
  ),
})
