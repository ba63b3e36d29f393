import { both, canHold, defineRule, number } from '#rule'
import { sourcesOf } from './_replicas.ts'

export default defineRule({
  id: 'rds/replica-of-unbacked-source',
  title: 'The source of a replica must have automated backups',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the replica: automated backups are not enabled for the source.',
  fix: 'Set BackupRetentionPeriod of the source to 1 or more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'BackupRetentionPeriod cannot be 0 for an instance that is the source of replicas.',
    },
  ],
  notes: ['001:430', '001:431', '001:444', '001:445', '001:446', '002:764', '002:847', '002:2190', '003:136', '003:141'],
  messages: {
    unbacked:
      'The source {id} has no automated backups (BackupRetentionPeriod is 0), which a replica needs; keep backups for a day or more.',
  },
  check(replica, { report }) {
    for (const lead of sourcesOf(replica)) {
      const days = lead.resource.known('BackupRetentionPeriod', number).find(({ value }) => value === 0)
      if (!days) continue
      const joint = both(lead.when, days.when)
      const related = [{ node: days.node, message: 'backups are off here' }]
      if (canHold(joint)) report({ node: lead.node, when: joint, related }, 'unbacked', { id: lead.resource.id })
    }
  },
})
