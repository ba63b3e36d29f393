import { defineRule, exclusive, within } from '#rule'

export default defineRule({
  id: 'secretsmanager/ambiguous-rotation-rule',
  title: 'A rotation rule is days or an expression, exactly one',
  severity: 'error',
  on: ['AWS::SecretsManager::RotationSchedule'],
  why: 'Secrets Manager rejects the schedule.',
  fix: 'Keep AutomaticallyAfterDays or ScheduleExpression.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-rotationrules.html',
      fact: 'A rule has the number of days or an expression, not both.',
    },
  ],
  notes: ['001:115', '001:120', '002:2018', '002:2021', '002:2027'],
  check: within('RotationRules', exclusive('AutomaticallyAfterDays', 'ScheduleExpression')),
})
