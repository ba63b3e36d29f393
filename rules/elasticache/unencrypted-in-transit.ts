import { defineRule } from '#rule'
import { encrypted } from './_encryption.ts'

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
  check: encrypted('TransitEncryptionEnabled', 'AuthToken'),
})
