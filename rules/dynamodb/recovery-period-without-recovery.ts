import { defineRule, forbid, where, within } from '#rule'

export default defineRule({
  id: 'dynamodb/recovery-period-without-recovery',
  title: 'A recovery period needs point-in-time recovery switched on',
  severity: 'error',
  on: ['AWS::DynamoDB::Table'],
  why: 'DynamoDB rejects the table.',
  fix: 'Set PointInTimeRecoveryEnabled to true, or remove the period.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-pointintimerecoveryspecification.html',
      fact: 'A recovery period can be set only where point-in-time recovery is on.',
    },
  ],
  notes: ['000:615', '001:503', '002:930', '002:2231', '003:181'],
  check: within(
    'PointInTimeRecoverySpecification',
    where(
      'PointInTimeRecoveryEnabled',
      ['false'],
      forbid('{name} needs PointInTimeRecoveryEnabled true; set it.', 'RecoveryPeriodInDays'),
      { orAbsent: true },
    ),
  ),
})
