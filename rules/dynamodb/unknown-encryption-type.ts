import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'dynamodb/unknown-encryption-type',
  title: 'The encryption type of a table can only be KMS',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Use KMS, or leave SSESpecification out: the table is encrypted anyway.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html',
      fact: 'The only type of encryption that can be asked for is KMS.',
    },
  ],
  notes: ['000:638', '002:931', '002:932', '002:2230', '003:164'],
  cfnLint: ['E3030'],
  check: oneOf('SSESpecification.SSEType', ['KMS']),
})
