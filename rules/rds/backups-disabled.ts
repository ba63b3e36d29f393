import { defineRule, number } from '#rule'
import { sourcesOf } from './_replicas.ts'

export default defineRule({
  id: 'rds/backups-disabled',
  title: 'Automated backups should be on',
  severity: 'warning',
  on: ['AWS::RDS::DBInstance'],
  why: 'There is nothing to restore to a point in time, and the database cannot have replicas.',
  fix: 'Set BackupRetentionPeriod to the days that you need, 7 or more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      fact: 'RDS.11 wants automated backups on, for 7 days or more.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'A period of 0 switches automated backups off.',
    },
  ],
  notes: ['000:670', '001:443', '001:447', '001:448', '002:840', '002:847', '002:848', '002:2197', '004:119'],
  messages: {
    off: 'BackupRetentionPeriod is 0, so there are no automated backups; set the days to keep them.',
  },
  check(database, { report }) {
    // A replica, and an instance of a cluster, is backed up elsewhere.
    if (['SourceDBInstanceIdentifier', 'DBClusterIdentifier'].some((name) => database.present(name).length > 0)) return
    // Where a replica needs them, that is an error of its own.
    const others = database.template.resourcesOf('AWS::RDS::DBInstance')
    if (others.some((other) => sourcesOf(other).some(({ resource }) => resource === database))) return
    for (const days of database.known('BackupRetentionPeriod', number)) if (days.value === 0) report(days, 'off')
  },
})
