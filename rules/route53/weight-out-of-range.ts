import { defineRule, number, RECORD_TYPES, recordsIn } from '#rule'

export default defineRule({
  id: 'route53/weight-out-of-range',
  title: 'The weight of a record must be 0 to 255',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Choose weights from 0 to 255; only their proportions count.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'A weight is a whole number from 0 to 255.',
    },
  ],
  notes: ['002:1143', '002:2301', '002:2303'],
  messages: { range: 'Weight is {value}; it must be 0 to 255.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const fact of properties.known('Weight', number)) {
        if (fact.value < 0 || fact.value > 255) report(fact, 'range', { value: fact.value })
      }
    }
  },
})
