import { boolean, defineRule, number } from '#rule'

export default defineRule({
  id: 'elasticache/failover-without-replica',
  title: 'Failover needs at least one replica',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects the group: there is nothing to fail over to.',
  fix: 'Set NumCacheClusters to 2 or more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'With AutomaticFailoverEnabled NumCacheClusters is 2 at least.',
    },
  ],
  notes: ['000:644', '000:646', '000:647', '000:648', '000:650', '000:654', '001:464', '001:465', '001:475', '002:2077'],
  cfnLint: ['E3026'],
  messages: {
    alone: 'NumCacheClusters is 1, which leaves nothing to fail over to; use 2 or more, or switch AutomaticFailoverEnabled off.',
  },
  check(group, { report }) {
    for (const failover of group.known('AutomaticFailoverEnabled', boolean).filter(({ value }) => value)) {
      for (const nodes of group.under(failover.when).known('NumCacheClusters', number)) {
        if (nodes.value === 1 && !(failover.via && nodes.via)) report(nodes, 'alone')
      }
    }
  },
})
