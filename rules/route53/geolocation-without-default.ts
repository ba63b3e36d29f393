import {
  atKey,
  both,
  canHold,
  casesOf,
  type DnsRecord,
  defineRule,
  isSame,
  present,
  RECORD_TYPES,
  type RecordCase,
  recordsIn,
  recordsOf,
  writtenOf,
} from '#rule'

export default defineRule({
  id: 'route53/geolocation-without-default',
  title: 'Geolocation routing needs a default record',
  severity: 'warning',
  on: [...RECORD_TYPES],
  why: 'Whoever asks from a place that no record covers, or from an address without a known place, gets no answer.',
  fix: 'Add a record with the same name and type whose GeoLocation has the CountryCode *.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html',
      fact: 'Without a default record Route 53 answers "no answer" to queries from places that no record covers.',
    },
  ],
  notes: ['002:1143'],
  messages: { none: '{name} has no default record for other places; add one with CountryCode "*".' },
  check(resource, { report }) {
    const { template } = resource
    if (template.isOpen('Resources')) return
    const all = recordsOf(template)
    for (const record of recordsIn(resource)) {
      for (const own of casesOf(record)) {
        const group = all.filter((one) => isGeographic(one) && casesOf(one).some(({ key }) => key === own.key))
        // Each name and type is told once, at its first record.
        if (group[0]?.properties.node !== record.properties.node || all.some((one) => mayBeDefault(one, own))) continue
        for (const set of present(record.properties, 'GeoLocation')) {
          const when = both(own.when, set.when)
          if (canHold(when)) report(atKey(set, when), 'none', { name: writtenOf(own.name.text) })
        }
      }
    }
  },
})

const isGeographic = ({ properties }: DnsRecord): boolean => present(properties, 'GeoLocation').length > 0

/** Whether a record may be the default of another one's name; names that are not known may be any. */
function mayBeDefault(record: DnsRecord, own: RecordCase): boolean {
  const countries = record.properties.facts('GeoLocation.CountryCode')
  const isDefault = countries.some(
    (fact) => fact.state === 'unknown' || (fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.text === '*'),
  )
  const cases = casesOf(record)
  return (
    isDefault &&
    (cases.length === 0 ||
      cases.some(({ name, type }) => type === own.type && isSame(record.resource.template, name.text, own.name.text) !== false))
  )
}
