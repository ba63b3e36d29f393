import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'ecs/daemon-setting-conflict',
  title: 'A daemon service has no desired count or placement strategy',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Remove the setting, or use the strategy REPLICA.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
      fact: 'A daemon service takes no desired count and no placement strategy.',
    },
  ],
  notes: ['001:925'],
  check: where(
    'SchedulingStrategy',
    ['DAEMON'],
    forbid('A daemon runs once on each instance: {name} cannot be set; remove it.', 'DesiredCount', 'PlacementStrategies'),
  ),
})
