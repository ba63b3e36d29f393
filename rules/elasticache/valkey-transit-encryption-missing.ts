import { defineRule, string } from '#rule'

export default defineRule({
  id: 'elasticache/valkey-transit-encryption-missing',
  title: 'A Valkey replication group must state its transit encryption',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects the group.',
  fix: 'Set TransitEncryptionEnabled to true or false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'A new group of the engine valkey says whether it encrypts in transit.',
    },
  ],
  notes: ['002:2079'],
  cfnLint: ['E3704'],
  messages: { missing: 'The engine valkey needs TransitEncryptionEnabled, which is not set; set it to true or false.' },
  check(group, { report }) {
    if (group.present('GlobalReplicationGroupId').length > 0) return
    for (const engine of group.known('Engine', string).filter(({ value }) => value.toLowerCase() === 'valkey')) {
      for (const absent of group.under(engine.when).absent('TransitEncryptionEnabled')) report(absent, 'missing')
    }
  },
})
