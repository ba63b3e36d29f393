import { defineRule, range } from '#rule'

export default defineRule({
  id: 'rds/backup-retention-out-of-range',
  title: 'Automated backups are kept for 35 days at most',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the request.',
  fix: 'Keep backups for 0 to 35 days; snapshots and AWS Backup keep longer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'Automated backups are kept for at most 35 days.',
    },
  ],
  notes: ['000:670', '001:443', '001:447', '001:448', '002:840', '002:847', '002:848', '002:2197', '004:119'],
  cfnLint: ['E3719'],
  check: range('BackupRetentionPeriod', { max: 35, unit: 'days' }),
})
