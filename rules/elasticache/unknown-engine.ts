import { defineRule, listOf, string } from '#rule'

export default defineRule({
  id: 'elasticache/unknown-engine',
  title: 'The cache engine must fit the resource',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  why: 'ElastiCache rejects the cache.',
  fix: 'Use valkey or redis; memcached for a cache cluster only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html',
      fact: 'The engines of cache clusters are memcached, valkey and redis.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'The engine of a replication group is valkey or redis.',
    },
  ],
  notes: ['001:468', '001:469', '001:470', '001:482', '001:497', '002:2067', '002:2082', '002:2085', '002:2090', '003:191'],
  cfnLint: ['E3695'],
  messages: {
    unknown: 'Engine is "{engine}"; here it must be {engines}.',
  },
  check(cache, { report }) {
    const engines = cache.type === 'AWS::ElastiCache::CacheCluster' ? ['memcached', 'valkey', 'redis'] : ['valkey', 'redis']
    for (const engine of cache.known('Engine', string)) {
      if (!engines.includes(engine.value.toLowerCase())) report(engine, 'unknown', { engine: engine.value, engines: listOf(engines) })
    }
  },
})
