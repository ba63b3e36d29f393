import { defineRule, number, present, RECORD_TYPES, recordsIn } from '#rule'

export default defineRule({
  id: 'route53/slow-failover-ttl',
  title: 'Records with health checks should be kept for a minute at most',
  severity: 'info',
  on: [...RECORD_TYPES],
  why: 'Resolvers keep the old answer for the whole TTL after the record has failed over.',
  fix: 'Set TTL to 60 or less.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-failover.html',
      fact: 'For records with a health check a TTL of 60 seconds or less is recommended.',
    },
  ],
  notes: ['002:1143'],
  messages: { slow: 'TTL is {value}: for so many seconds clients keep the old answer after a failover; use 60 or less.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const name of ['HealthCheckId', 'Failover']) {
        const [set] = present(properties, name)
        const slow =
          set &&
          properties
            .under(set.when)
            .known('TTL', number)
            .filter(({ value }) => value > 60)
        for (const ttl of slow ?? []) report(ttl, 'slow', { value: ttl.value })
        if (set) break
      }
    }
  },
})
