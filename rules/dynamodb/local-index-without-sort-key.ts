import { atKey, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'dynamodb/local-index-without-sort-key',
  title: 'Local secondary indexes need a table with a sort key',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Give the table a sort key, or use a global secondary index.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html',
      fact: 'A local index shares the partition key of its table and has another sort key, so the table needs one.',
    },
  ],
  notes: ['001:525', '001:526', '002:902', '003:170'],
  messages: { without: 'The table has no sort key, so it can have no local secondary index; use a global one.' },
  check(table, { report }) {
    const types = table.facts('KeySchema.*.KeyType')
    if (types.length === 0 || types.some((type) => type.state !== 'known' || string.read(type.value) !== 'HASH')) return
    for (const index of present(table, 'LocalSecondaryIndexes')) report(atKey(index), 'without')
  },
})
