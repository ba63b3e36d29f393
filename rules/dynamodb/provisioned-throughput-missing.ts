import { all, defineRule, each, need, where } from '#rule'

export default defineRule({
  id: 'dynamodb/provisioned-throughput-missing',
  title: 'Provisioned tables and their indexes need a throughput',
  severity: 'error',
  on: ['AWS::DynamoDB::Table'],
  why: 'DynamoDB rejects the table: PROVISIONED is the default.',
  fix: 'Give ProvisionedThroughput, or set BillingMode to PAY_PER_REQUEST.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'A provisioned table and each of its global indexes have a throughput.',
    },
  ],
  notes: [
    '001:529',
    '001:530',
    '001:531',
    '002:894',
    '002:903',
    '002:905',
    '002:906',
    '002:907',
    '002:2228',
    '003:158',
    '004:273',
    '004:275',
  ],
  cfnLint: ['E3639'],
  check: where(
    'BillingMode',
    ['PROVISIONED'],
    all(
      need('A table that is not paid by request needs {name}; set it, or use BillingMode PAY_PER_REQUEST.', 'ProvisionedThroughput'),
      each(
        'GlobalSecondaryIndexes',
        need('An index of a table that is not paid by request needs {name}, which is not set.', 'ProvisionedThroughput'),
      ),
    ),
    { orAbsent: true },
  ),
})
