import { both, canHold, defineRule, isInZone, namesOf, RECORD_TYPES, recordsIn, writtenOf, zonesOf } from '#rule'

export default defineRule({
  id: 'route53/name-outside-zone',
  title: 'A record name must lie in its zone',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: "RRSet with DNS name … is not permitted in zone …".',
  fix: 'Write the full name that ends in the name of the zone, www.example.com and not www.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      fact: 'The name of a record is a fully qualified domain name of the zone.',
    },
  ],
  notes: ['001:768', '001:769', '002:1135'],
  cfnLint: ['E3041'],
  messages: { outside: '{name} is not in the zone {zone}; the name of a record must end in that of its zone.' },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      for (const name of namesOf(record)) {
        for (const zone of zonesOf(record).flatMap(({ names, when }) => names.map((one) => ({ ...one, when: both(when, one.when) })))) {
          const when = both(name.when, zone.when)
          if (isInZone(name.text, zone.text) !== false || !canHold(when)) continue
          report({ node: name.node, when }, 'outside', { name: writtenOf(name.text), zone: writtenOf(zone.text) })
        }
      }
    }
  },
})
