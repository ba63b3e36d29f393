import { defineRule, each, forbid, where } from '#rule'

export default defineRule({
  id: 'ecs/ports-without-network',
  title: 'Network mode none takes no port mappings',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Remove PortMappings, or choose a network mode.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdefinition.html',
      fact: 'Containers in network mode none have no connection and no port mappings.',
    },
  ],
  notes: ['000:201'],
  check: where(
    'NetworkMode',
    ['none'],
    each('ContainerDefinitions', forbid('In network mode none there is nothing to map: remove {name}.', 'PortMappings')),
  ),
})
