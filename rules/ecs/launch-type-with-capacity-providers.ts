import { defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'ecs/launch-type-with-capacity-providers',
  title: 'Choose LaunchType or CapacityProviderStrategy',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Remove LaunchType: the capacity providers decide where tasks run.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
      fact: 'A capacity provider strategy and a launch type exclude each other.',
    },
  ],
  notes: ['002:1545', '002:1547'],
  cfnLint: ['E3020'],
  check: exclusive('LaunchType', 'CapacityProviderStrategy'),
})
