import { callOf, defineRule, list, type Properties, string } from '#rule'

const TYPES = ['HASH', 'RANGE']

export default defineRule({
  id: 'dynamodb/invalid-key-schema',
  title: 'A key schema is one HASH and at most one RANGE, in this order',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Write the HASH key first, then at most one RANGE key with another attribute.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-keyschema.html',
      fact: 'A key is a HASH attribute, then perhaps a RANGE attribute; indexes that are global can have several of each since 2025.',
    },
  ],
  notes: ['002:898', '002:899', '002:2220', '002:2224', '003:170', '003:172', '004:289'],
  messages: {
    type: 'KeyType is "{type}"; it must be HASH or RANGE.',
    first: 'The first attribute of a key is of type HASH, not {type}; swap them.',
    second: 'A key has one HASH attribute, then one RANGE attribute, not {type} again.',
    long: 'A key of a table or a local index has 1 or 2 attributes, not {count}.',
    same: 'The attribute "{name}" stands twice in the key; use another one to sort by.',
  },
  check(table, { report }) {
    const own = [table as Properties, ...table.items('LocalSecondaryIndexes')]
    for (const type of ['KeySchema', 'LocalSecondaryIndexes.*.KeySchema', 'GlobalSecondaryIndexes.*.KeySchema'].flatMap((path) =>
      table.known(`${path}.*.KeyType`, string),
    ))
      if (!TYPES.includes(type.value)) report(type, 'type', { type: type.value })
    for (const holder of own) {
      for (const { node, least } of holder.counts('KeySchema'))
        if (least.count > 2) report({ node, when: least.when }, 'long', { count: least.count })
      for (const schema of holder.known('KeySchema', list)) {
        const [first, second, ...more] = schema.value
        if (more.length || !first || [first, second].some((item) => item && (item.kind !== 'mapping' || callOf(item)))) continue
        const types = holder.known('KeySchema.*.KeyType', string)
        const [one, other] = types
        if (types.length !== schema.value.length) continue
        if (one?.value === 'RANGE') report(one, 'first', { type: one.value })
        else if (one?.value === 'HASH' && other?.value === 'HASH') report(other, 'second', { type: other.value })
        const [name, twin] = holder.known('KeySchema.*.AttributeName', string)
        if (name && twin && name.value === twin.value) report(twin, 'same', { name: twin.value })
      }
    }
  },
})
