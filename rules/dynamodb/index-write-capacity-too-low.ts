import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'dynamodb/index-write-capacity-too-low',
  title: 'An index must keep up with the writes of its table',
  severity: 'warning',
  on: ['AWS::DynamoDB::Table'],
  why: 'An index that cannot keep up throttles the writes to its table.',
  fix: 'Give the index at least the write capacity of the table, unless few items are in it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html',
      fact: 'Writes to the table are throttled where an index lacks the capacity for them.',
    },
  ],
  notes: ['001:532', '002:903', '002:2228'],
  messages: { low: 'The index writes {index} units, its table {table}: a full index would throttle the table. Raise it to {table}.' },
  check(table, { report }) {
    if (table.template.resourcesOf('AWS::ApplicationAutoScaling::ScalableTarget').length > 0) return
    const own = table.known('ProvisionedThroughput.WriteCapacityUnits', number)
    for (const index of table.items('GlobalSecondaryIndexes')) {
      for (const [units, most] of together(index.known('ProvisionedThroughput.WriteCapacityUnits', number), own))
        if (units.value < most.value) report(units, 'low', { index: units.value, table: most.value })
    }
  },
})
