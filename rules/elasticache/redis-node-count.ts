import { defineRule, number, string, together } from '#rule'

export default defineRule({
  id: 'elasticache/redis-node-count',
  title: 'A Redis or Valkey cache cluster has exactly one node',
  severity: 'error',
  on: ['AWS::ElastiCache::CacheCluster'],
  why: 'ElastiCache rejects the cluster; replicas and shards belong to a replication group.',
  fix: 'Set NumCacheNodes to 1, or use AWS::ElastiCache::ReplicationGroup.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
      fact: 'For Valkey and Redis the number of nodes must be 1.',
    },
  ],
  notes: ['001:468', '001:469', '001:470', '001:482', '001:497', '002:2089', '002:2091', '003:191'],
  messages: {
    count: 'NumCacheNodes is {count}; a cache cluster of {engine} has exactly 1, and a replication group has more.',
  },
  check(cluster, { report }) {
    for (const [engine, nodes] of together(cluster.known('Engine', string), cluster.known('NumCacheNodes', number))) {
      const isSingle = /^(redis|valkey)$/i.test(engine.value)
      if (isSingle && nodes.value !== 1 && !(engine.via && nodes.via)) report(nodes, 'count', { engine: engine.value, count: nodes.value })
    }
  },
})
