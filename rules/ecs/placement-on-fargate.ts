import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'ecs/placement-on-fargate',
  title: 'Fargate tasks cannot be placed',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Remove the placement: Fargate spreads tasks over the zones.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
      fact: 'Placement strategies and constraints are not for tasks on Fargate.',
    },
  ],
  notes: [
    '000:214',
    '000:215',
    '000:216',
    '000:217',
    '000:219',
    '000:220',
    '000:221',
    '001:909',
    '001:915',
    '001:916',
    '001:917',
    '002:1539',
    '002:1545',
    '002:1558',
  ],
  cfnLint: ['E3048'],
  check: where(
    'LaunchType',
    ['FARGATE'],
    forbid('Fargate places tasks itself: {name} cannot be set; remove it.', 'PlacementStrategies', 'PlacementConstraints'),
  ),
})
