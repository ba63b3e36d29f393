import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'dynamodb/no-point-in-time-recovery',
  title: 'A table should have point-in-time recovery',
  severity: 'info',
  on: ['AWS::DynamoDB::Table'],
  why: 'What is overwritten or deleted by mistake cannot be brought back.',
  fix: 'Set PointInTimeRecoveryEnabled to true in PointInTimeRecoverySpecification.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html',
      fact: 'Tables should have point-in-time recovery.',
    },
  ],
  notes: ['000:615', '001:503', '002:930', '002:2231', '003:181'],
  messages: { off: 'The table has no point-in-time recovery; set PointInTimeRecoveryEnabled to true.' },
  check(table, { report }) {
    // Days to recover without recovery are an error of their own.
    if (table.present('PointInTimeRecoverySpecification.RecoveryPeriodInDays').length > 0) return
    const path = 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'
    for (const off of table.known(path, boolean)) if (!off.value) report(off, 'off')
    for (const { when } of table.absent(path)) report({ node: table.key, when }, 'off')
  },
})
