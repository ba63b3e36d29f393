import { boolean, defineRule, number, string } from '#rule'

export default defineRule({
  id: 'elasticache/cluster-mode-without-failover',
  title: 'Cluster mode must have automatic failover',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects the group: "must have automatic failover enabled".',
  fix: 'Set AutomaticFailoverEnabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'With cluster mode automatic failover must be enabled.',
    },
  ],
  notes: ['000:644', '000:646', '000:647', '000:648', '001:465', '001:473', '001:475'],
  cfnLint: ['E3026'],
  messages: {
    shards: 'A group of {count} shards needs AutomaticFailoverEnabled to be true; set it.',
    mode: 'Cluster mode needs AutomaticFailoverEnabled to be true; set it.',
  },
  check(group, { report }) {
    for (const failover of group.possible('AutomaticFailoverEnabled', boolean)) {
      if (failover.state === 'unknown' || (failover.state === 'known' && failover.value)) continue
      const here = group.under(failover.when)
      const shards = here.known('NumNodeGroups', number).filter(({ value }) => value > 1)
      for (const fact of shards) if (!fact.via) report(fact, 'shards', { count: fact.value })
      if (shards.length > 0) continue
      for (const mode of here.known('ClusterMode', string)) if (mode.value === 'enabled') report(mode, 'mode')
    }
  },
})
