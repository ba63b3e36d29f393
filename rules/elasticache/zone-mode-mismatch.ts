import { all, defineRule, forbid, oneOf, where } from '#rule'

export default defineRule({
  id: 'elasticache/zone-mode-mismatch',
  title: 'AZMode is for Memcached clusters with several nodes',
  severity: 'error',
  on: ['AWS::ElastiCache::CacheCluster'],
  why: 'ElastiCache rejects the cluster.',
  fix: 'Remove AZMode; for several zones use two or more nodes of Memcached.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html',
      fact: 'AZMode is supported for Memcached only.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
      fact: 'AZMode is for Memcached; cross-az needs two nodes at least, and a Redis cluster has one.',
    },
  ],
  notes: ['001:468', '001:469', '001:470', '001:482', '001:497', '002:2089', '002:2091', '003:191'],
  check: all(
    where(
      'Engine',
      ['redis', 'valkey'],
      where('AZMode', ['cross-az'], forbid('{name} cross-az is for Memcached only; use a replication group.', 'AZMode')),
    ),
    where(
      'NumCacheNodes',
      ['1'],
      where('AZMode', ['cross-az'], forbid('{name} cross-az needs two nodes at least; raise NumCacheNodes.', 'AZMode')),
    ),
    oneOf('AZMode', ['single-az', 'cross-az']),
  ),
})
