import { both, canHold, defineRule, namesOf, RECORD_TYPES, recordsIn, string, writtenOf, zonesOf } from '#rule'

export default defineRule({
  id: 'route53/cname-at-apex',
  title: 'The apex of a zone cannot have a CNAME',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: a CNAME is not permitted at the apex of a zone.',
  fix: 'Use a record of the type A or AAAA with AliasTarget.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-shared.html',
      fact: 'A record of the type CNAME cannot have the name of the hosted zone.',
    },
  ],
  notes: ['001:768', '001:769', '002:1135', '002:1136', '002:1139', '003:94'],
  messages: { apex: '{name} is the apex of its zone, which cannot have a CNAME; use an alias record of the type A or AAAA.' },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      for (const name of namesOf(record)) {
        for (const zone of zonesOf(record).flatMap(({ names, when }) => names.map((one) => ({ ...one, when: both(when, one.when) })))) {
          for (const type of record.properties.known('Type', string)) {
            const when = both(type.when, both(name.when, zone.when))
            if (type.value !== 'CNAME' || name.text !== zone.text || !canHold(when)) continue
            report({ node: type.node, when }, 'apex', { name: writtenOf(name.text) })
          }
        }
      }
    }
  },
})
