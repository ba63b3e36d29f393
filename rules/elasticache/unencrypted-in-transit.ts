import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'elasticache/unencrypted-in-transit',
  title: 'A cache should be encrypted in transit',
  severity: 'warning',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'Everybody in the network can read what goes to the cache and back.',
  fix: 'Set TransitEncryptionEnabled to true, and let the clients use TLS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
      fact: 'ElastiCache.5 wants replication groups encrypted in transit.',
    },
  ],
  notes: ['002:2079'],
  messages: {
    missing: 'TransitEncryptionEnabled is not set, so the cache is not encrypted; set it to true.',
    on: 'TransitEncryptionEnabled is false; set it to true.',
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
    for (const fact of target.known('TransitEncryptionEnabled', boolean)) if (!fact.value) report(fact, 'on')
    for (const absent of target.absent('TransitEncryptionEnabled')) report(absent, 'missing')
  },
})
