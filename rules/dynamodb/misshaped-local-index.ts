import { defineRule } from '#rule'
import { keyOf } from './_keys.ts'

export default defineRule({
  id: 'dynamodb/misshaped-local-index',
  title: 'A local index keeps the partition key and changes the sort key',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Give the local index the HASH attribute of the table and another RANGE attribute, or make it a global one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html',
      fact: 'A local index has the partition key of its table and another sort key.',
    },
  ],
  notes: ['001:525', '001:526', '002:902', '003:170'],
  messages: {
    partition: 'A local index keeps the HASH attribute of its table, "{table}", not "{name}"; make it a global index.',
    sort: 'A local index needs a RANGE attribute other than "{name}", by which the table is sorted already.',
    short: 'A local index needs a RANGE attribute of its own; add it.',
  },
  check(table, { report }) {
    const own = keyOf(table)
    if (!own) return
    for (const index of table.items('LocalSecondaryIndexes')) {
      const key = keyOf(index)
      if (!key?.hash || !own.hash) continue
      const { hash, range } = key
      if (hash.value !== own.hash.value) report(hash, 'partition', { table: own.hash.value, name: hash.value })
      if (!range) report({ node: index.node, when: index.when }, 'short')
      else if (range.value === own.range?.value) report(range, 'sort', { name: range.value })
    }
  },
})
