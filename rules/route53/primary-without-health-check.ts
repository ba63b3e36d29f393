import { both, canHold, defineRule, RECORD_TYPES, recordsIn, string } from '#rule'

export default defineRule({
  id: 'route53/primary-without-health-check',
  title: 'A primary failover record needs a health check',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Without a health check Route 53 cannot tell that the primary is down: it rejects the record, or never fails over.',
  fix: 'Give HealthCheckId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'Failover decides by the health check of the primary record; an alias may evaluate that of its target instead.',
    },
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
