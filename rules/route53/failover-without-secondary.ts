import {
  both,
  canHold,
  casesOf,
  type DnsRecord,
  defineRule,
  isSame,
  RECORD_TYPES,
  type RecordCase,
  recordsIn,
  recordsOf,
  string,
  writtenOf,
} from '#rule'

/** Whether a record may be the counterpart: names and zones that are not known may be any. */
function mayBe(record: DnsRecord, own: RecordCase, wanted: string): boolean {
  if (
    !record.properties
      .facts('Failover')
      .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && string.read(fact.value) === wanted))
  )
    return false
  const cases = casesOf(record)
  return (
    cases.length === 0 ||
    cases.some(({ name, type }) => type === own.type && isSame(record.resource.template, name.text, own.name.text) !== false)
  )
}

export default defineRule({
  id: 'route53/failover-without-secondary',
  title: 'A failover record needs its counterpart',
  severity: 'warning',
  on: [...RECORD_TYPES],
  why: 'Without a secondary there is nothing to fail over to; without a primary the secondary answers alone.',
  fix: 'Add the other record, with the same name and type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
      fact: 'Active-passive failover takes a primary and a secondary record of the same name and type.',
    },
  ],
  notes: ['002:1143'],
  messages: { alone: '{name} has a {value} record and no {other}; add it with the same name and type.' },
  check(resource, { report }) {
    const all = recordsOf(resource.template)
    if (resource.template.isOpen('Resources')) return
    for (const record of recordsIn(resource)) {
      for (const own of casesOf(record)) {
        for (const failover of record.properties.known('Failover', string)) {
          const other = failover.value === 'PRIMARY' ? 'SECONDARY' : 'PRIMARY'
          const when = both(own.when, failover.when)
          if (!canHold(when) || all.some((one) => mayBe(one, own, other))) continue
          report({ node: failover.node, when }, 'alone', { value: failover.value, other, name: writtenOf(own.name.text) })
        }
      }
    }
  },
})
