import { both, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'dynamodb/duplicate-index-name',
  title: 'Index names of a table must differ',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Give each index a name of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'The name of an index is unique in its table, local and global ones together.',
    },
  ],
  notes: ['001:525', '001:526', '002:902', '003:170'],
  messages: { duplicate: 'Two indexes are called "{name}"; give each a name of its own.' },
  check(table, { report }) {
    const names = [
      ...table.known('LocalSecondaryIndexes.*.IndexName', string),
      ...table.known('GlobalSecondaryIndexes.*.IndexName', string),
    ]
    names.forEach((name, i) => {
      for (const [other] of together(names.slice(0, i), [name])) {
        if (other.value === name.value) report({ node: name.node, when: both(other.when, name.when) }, 'duplicate', { name: name.value })
      }
    })
  },
})
