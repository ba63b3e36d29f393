import { closest, defineRule, respell, string } from '#rule'

import { KEY_PATHS } from './_keys.ts'

export default defineRule({
  id: 'dynamodb/undefined-attribute',
  title: 'Every key attribute must be in AttributeDefinitions',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  fixes: 'unsafe',
  why: 'DynamoDB rejects the table.',
  fix: 'Define the attribute in AttributeDefinitions, or correct the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'Every attribute that is a key of the table or of an index has a definition.',
    },
  ],
  notes: [
    '001:525',
    '001:526',
    '001:529',
    '001:530',
    '001:531',
    '002:898',
    '002:899',
    '002:2220',
    '002:2224',
    '003:170',
    '003:172',
    '004:289',
  ],
  cfnLint: ['E3039'],
  messages: {
    undefined: 'The key attribute "{name}" is not in AttributeDefinitions; define it there.',
    misspelt: 'The key attribute "{name}" is not in AttributeDefinitions; did you mean "{near}"?',
  },
  check(table, { report }) {
    const definitions = table.facts('AttributeDefinitions.*.AttributeName')
    if (definitions.length === 0 || definitions.some(({ state }) => state !== 'known')) return
    const names = table.known('AttributeDefinitions.*.AttributeName', string).map(({ value }) => value)
    for (const path of KEY_PATHS) {
      for (const key of table.known(path, string)) {
        if (names.includes(key.value)) continue
        const near = closest(key.value, names)
        if (near) report(key, 'misspelt', { name: key.value, near }, respell(key, names))
        else report(key, 'undefined', { name: key.value })
      }
    }
  },
})
