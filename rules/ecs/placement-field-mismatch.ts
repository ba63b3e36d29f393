import { all, defineRule, each, forbid, matches, need, where } from '#rule'

export default defineRule({
  id: 'ecs/placement-field-mismatch',
  title: 'The placement field must fit the strategy',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Give binpack cpu or memory, and random nothing.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-placementstrategy.html',
      fact: 'What a strategy is applied to depends on it: binpack takes cpu or memory, random nothing.',
    },
  ],
  notes: ['000:214', '000:215', '000:216', '000:217', '001:909', '001:910', '001:911', '001:912', '002:1558', '002:1560'],
  check: each(
    'PlacementStrategies',
    all(
      where(
        'Type',
        ['binpack'],
        all(
          need('The strategy binpack needs {name}, which is not set.', 'Field'),
          matches('Field', /^(cpu|memory)$/i, 'be cpu or memory for binpack'),
        ),
      ),
      where('Type', ['random'], forbid('The strategy random takes no {name}; remove it.', 'Field')),
    ),
  ),
})
