import { defineRule, pairsWith, RECORD_TYPES, recordsIn, writtenOf } from '#rule'

export default defineRule({
  id: 'route53/cname-conflict',
  title: 'A name with a CNAME has no other records',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the second record.',
  fix: 'Use an alias record instead of the CNAME, or another name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
      fact: 'Where a name has a CNAME, it cannot have records of other types.',
    },
  ],
  notes: ['001:767', '001:768'],
  messages: { conflict: '{name} has a record of the type {other} and one of the type {type}; a name with a CNAME has no other records.' },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      for (const { own, other, when } of pairsWith(
        record,
        (a, b) => a.place === b.place && (a.type === 'CNAME') !== (b.type === 'CNAME'),
      )) {
        const related = [{ node: other.name.node, message: 'the other one' }]
        report({ node: own.name.node, when, related }, 'conflict', { name: writtenOf(own.name.text), type: own.type, other: other.type })
      }
    }
  },
})
