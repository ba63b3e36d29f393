import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticache/multi-az-without-failover',
  title: 'Multi-AZ needs automatic failover',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects the group.',
  fix: 'Set AutomaticFailoverEnabled to true.',
  sources: [
    { url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html', fact: 'Multi-AZ is used with automatic failover.' },
  ],
  notes: ['000:644', '000:646', '000:647', '000:648', '001:464', '001:465', '001:475', '002:2077'],
  check: where(
    'AutomaticFailoverEnabled',
    ['false'],
    where('MultiAZEnabled', ['true'], forbid('{name} needs AutomaticFailoverEnabled to be true; set it.', 'MultiAZEnabled')),
    { orAbsent: true },
  ),
})
