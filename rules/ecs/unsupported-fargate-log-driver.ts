import { defineRule, oneOf, where } from '#rule'

export default defineRule({
  id: 'ecs/unsupported-fargate-log-driver',
  title: 'Fargate knows awslogs, splunk and awsfirelens',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Use awslogs, splunk or awsfirelens.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-logconfiguration.html',
      fact: 'Tasks on Fargate know these three log drivers.',
    },
  ],
  notes: ['000:210', '001:920', '001:921', '001:922', '001:923', '001:924', '001:925', '002:1553', '002:1862'],
  cfnLint: ['E3713'],
  check: where(
    'RequiresCompatibilities.*',
    ['FARGATE'],
    oneOf('ContainerDefinitions.*.LogConfiguration.LogDriver', ['awslogs', 'splunk', 'awsfirelens']),
  ),
})
