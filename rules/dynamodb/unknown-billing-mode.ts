import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'dynamodb/unknown-billing-mode',
  title: 'The billing mode must be PROVISIONED or PAY_PER_REQUEST',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Use PAY_PER_REQUEST for on demand, or PROVISIONED.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'A table is paid for by request or provisioned.',
    },
  ],
  notes: ['002:894', '002:905', '002:906', '002:907'],
  check: oneOf('BillingMode', ['PROVISIONED', 'PAY_PER_REQUEST']),
})
