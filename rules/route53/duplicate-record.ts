import { both, canHold, defineRule, pairsWith, policiesOfRecord, RECORD_TYPES, recordsIn, writtenOf } from '#rule'

export default defineRule({
  id: 'route53/duplicate-record',
  title: 'A name and type has one simple record',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the second record: it already exists.',
  fix: 'Put all values into ResourceRecords of one record, or give the records a routing policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-simple.html',
      fact: 'With simple routing there is one record of a name and type, with as many values as needed.',
    },
  ],
  notes: ['001:767', '001:768'],
  messages: { twice: 'There are two records of {name} with the type {type}; put all values into one.' },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      for (const { own, other, when } of pairsWith(record, (a, b) => a.key === b.key)) {
        for (const mine of (policiesOfRecord(record) ?? []).filter(({ policy }) => policy === 'simple')) {
          for (const theirs of (policiesOfRecord(other.record) ?? []).filter(({ policy }) => policy === 'simple')) {
            const joint = both(when, both(mine.when, theirs.when))
            if (!canHold(joint)) continue
            const related = [{ node: other.name.node, message: 'the other one' }]
            report({ node: own.name.node, when: joint, related }, 'twice', { name: writtenOf(own.name.text), type: own.type })
          }
        }
      }
    }
  },
})
