import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticache/memcached-snapshot',
  title: 'Memcached has no snapshots',
  severity: 'error',
  on: ['AWS::ElastiCache::CacheCluster'],
  why: 'ElastiCache rejects the cluster.',
  fix: 'Remove the snapshot settings, or use Valkey or Redis.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html',
      fact: 'The snapshot settings are valid for Redis only.',
    },
  ],
  notes: ['001:468', '001:469', '001:470', '001:482', '001:497', '002:2067', '002:2082', '002:2085', '002:2090', '003:191'],
  check: where(
    'Engine',
    ['memcached'],
    forbid('Memcached has no snapshots; remove {name}.', 'SnapshotRetentionLimit', 'SnapshotWindow', 'SnapshotName', 'SnapshotArns'),
  ),
})
