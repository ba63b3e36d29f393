import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'dynamodb/on-demand-limit-with-provisioned',
  title: 'On-demand limits need an on-demand table',
  severity: 'error',
  on: ['AWS::DynamoDB::Table'],
  why: 'DynamoDB rejects the table.',
  fix: 'Remove OnDemandThroughput, or set BillingMode to PAY_PER_REQUEST.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'The limits of on-demand throughput are for tables that are paid by request.',
    },
  ],
  notes: ['002:894', '002:905', '002:906', '002:907', '004:271'],
  check: where(
    'BillingMode',
    ['PROVISIONED'],
    forbid('{name} limits tables that are paid by request; remove it, or use BillingMode PAY_PER_REQUEST.', 'OnDemandThroughput'),
    { orAbsent: true },
  ),
})
