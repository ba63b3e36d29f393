import { defineRule } from '#rule'

const TABLE_ONLY = ['BillingMode', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes', 'StreamSpecification', 'TimeToLiveSpecification']

export default defineRule({
  id: 'sam/table-only-property',
  title: 'SimpleTable lacks this table property',
  severity: 'error',
  on: ['AWS::Serverless::SimpleTable'],
  why: 'A simple table has one key and nothing that goes beyond; the transform refuses the property.',
  fix: 'Use AWS::DynamoDB::Table.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html',
      fact: 'A table with a single attribute as its key; for more there is AWS::DynamoDB::Table.',
    },
  ],
  notes: ['001:26', '002:1413'],
  messages: {
    lacks: 'AWS::Serverless::SimpleTable has no {name}; use AWS::DynamoDB::Table.',
    key: 'AWS::Serverless::SimpleTable has no {name}; use PrimaryKey, or AWS::DynamoDB::Table for a sort key.',
  },
  check(table, { report }) {
    for (const { key, value } of table.entries) {
      const place = { node: value, span: key.span, when: table.when }
      if (['AttributeDefinitions', 'KeySchema'].includes(key.text)) report(place, 'key', { name: key.text })
      else if (TABLE_ONLY.includes(key.text)) report(place, 'lacks', { name: key.text })
    }
  },
})
