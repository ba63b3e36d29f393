import { closest, defineRule, remove, string } from '#rule'

import { keysOf } from './_keys.ts'

export default defineRule({
  id: 'dynamodb/unused-attribute-definition',
  title: 'AttributeDefinitions must list key attributes only',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  fixes: 'safe',
  why: 'DynamoDB rejects the table: it has a schema for keys only.',
  fix: 'Remove the definition; other attributes need none.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'AttributeDefinitions holds the key attributes of the table and of its indexes, no others.',
    },
  ],
  notes: ['002:898', '002:899', '002:2220', '002:2224', '003:170', '003:172', '004:289'],
  cfnLint: ['E3039'],
  messages: { unused: '"{name}" is no key of the table or of an index; remove its definition.' },
  check(table, { report }) {
    const keys = keysOf(table)
    if (keys === undefined) return
    const definitions = table.known('AttributeDefinitions.*.AttributeName', string)
    const names = definitions.map(({ value }) => value)
    // A key that is misspelt is meant.
    const used = new Set(keys.map(({ value }) => (names.includes(value) ? value : closest(value, names))))
    for (const definition of definitions) {
      if (!used.has(definition.value))
        report(
          definition,
          'unused',
          { name: definition.value },
          definition.node.parent && !definition.via ? remove(definition.node.parent) : undefined,
        )
    }
  },
})
