import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'dynamodb/unknown-attribute-type',
  title: 'Key attributes are of type S, N or B',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Use S for text, N for numbers, B for binary data.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-attributedefinition.html',
      fact: 'Key attributes are strings, numbers or binary, written S, N and B.',
    },
  ],
  notes: ['002:898', '002:899', '002:2220', '002:2224', '003:170', '003:172', '004:289'],
  check: oneOf('AttributeDefinitions.*.AttributeType', ['S', 'N', 'B']),
})
