import { both, canHold, defineRule, RECORD_TYPES, recordsIn, string } from '#rule'

export default defineRule({
  id: 'route53/primary-without-health-check',
  title: 'A primary failover record needs a health check',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: "A non-alias primary ResourceRecordSet must have an associated health check".',
  fix: 'Give HealthCheckId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'Failover decides by the health check of the primary record; an alias may evaluate that of its target instead.',
    },
    { url: 'https://github.com/kubernetes-sigs/external-dns/issues/2362', fact: 'The error that Route 53 gives.' },
  ],
  notes: ['002:1143'],
  messages: { unchecked: 'A PRIMARY record needs HealthCheckId, which is not set.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const failover of properties.known('Failover', string)) {
        if (failover.value !== 'PRIMARY') continue
        for (const alias of properties.absent('AliasTarget')) {
          for (const check of properties.absent('HealthCheckId')) {
            const when = both(failover.when, both(alias.when, check.when))
            if (canHold(when)) report({ node: failover.node, when }, 'unchecked')
          }
        }
      }
    }
  },
})
