import { defineRule } from '#rule'
import { encrypted } from './_encryption.ts'

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
  check: encrypted('AtRestEncryptionEnabled'),
})
