import { defineRule, oneOf, where } from '#rule'

export default defineRule({
  id: 'ecs/daemon-on-fargate',
  title: 'Fargate services cannot be daemons',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Use the strategy REPLICA, or instances of your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
      fact: 'Tasks on Fargate and on external instances cannot be scheduled as daemons.',
    },
  ],
  notes: ['001:925', '002:1539', '002:1545', '002:1558'],
  cfnLint: ['E3044'],
  messages: { oneOf: 'LaunchType is {value}, on which no daemon can run; use REPLICA or instances of your own.' },
  check: where('SchedulingStrategy', ['DAEMON'], oneOf('LaunchType', ['EC2'])),
})
