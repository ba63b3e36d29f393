import { defineRule, string } from '#rule'

export default defineRule({
  id: 'elasticache/retired-node-type',
  title: 'No cache can be made of nodes of a former generation',
  severity: 'error',
  on: ['AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects a new cache of this node type; caches that exist keep running.',
  fix: 'Use a node type of a current generation, such as cache.t4g.small, cache.m7g.large or cache.r7g.large.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheNode.html',
      fact: 'For the types T1, M1, M2, M3, C1 and R3 existing clusters are supported, new ones are not.',
    },
  ],
  cfnLint: ['E3647'],
  messages: {
    retired: 'No new cache can be made of {type}; use a node type of a current generation.',
  },
  check(cache, { report }) {
    for (const node of cache.known('CacheNodeType', string)) {
      if (/^cache\.(t1|m1|m2|m3|c1|r3)\./.test(node.value)) report(node, 'retired', { type: node.value })
    }
  },
})
