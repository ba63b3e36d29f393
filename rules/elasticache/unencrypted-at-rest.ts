import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'elasticache/unencrypted-at-rest',
  title: 'A cache should be encrypted at rest',
  severity: 'warning',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'What the cache writes to disk, and its backups, lie there in clear; encryption cannot be switched on later.',
  fix: 'Set AtRestEncryptionEnabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
      fact: 'ElastiCache.4 wants replication groups encrypted at rest.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'It cannot be changed for a group that exists.',
    },
  ],
  notes: ['002:2079'],
  messages: {
    missing: 'AtRestEncryptionEnabled is not set, so the cache is not encrypted; set it to true.',
    on: 'AtRestEncryptionEnabled is false; set it to true.',
  },
  check(target, { report }) {
    // What a copy is made of decides.
    const copies = ['GlobalReplicationGroupId', 'SnapshotArns', 'SnapshotName']
    if (copies.some((name) => target.facts(name).some(({ state }) => state !== 'absent'))) return
    // Of Valkey other defaults hold, and other rules tell.
    const isRedis = target
      .possible('Engine', string)
      .every((fact) => fact.state === 'absent' || (fact.state === 'known' && fact.value === 'redis'))
    if (!isRedis) return
    for (const fact of target.known('AtRestEncryptionEnabled', boolean)) if (!fact.value) report(fact, 'on')
    for (const absent of target.absent('AtRestEncryptionEnabled')) report(absent, 'missing')
  },
})
