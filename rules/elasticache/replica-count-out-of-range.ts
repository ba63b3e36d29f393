import { all, defineRule, each, range } from '#rule'

export default defineRule({
  id: 'elasticache/replica-count-out-of-range',
  title: 'A shard has at most five replicas',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects the group.',
  fix: 'Use up to five replicas, six nodes with the primary; add shards for more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'A node group has 0 to 5 replicas; NumCacheClusters is 6 at most.',
    },
  ],
  notes: ['000:650', '000:654', '001:467'],
  check: all(
    range('ReplicasPerNodeGroup', { min: 0, max: 5 }),
    range('NumCacheClusters', { min: 1, max: 6 }),
    each('NodeGroupConfiguration', range('ReplicaCount', { min: 0, max: 5 })),
  ),
})
