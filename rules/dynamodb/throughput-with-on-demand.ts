import { defineRule, number, string } from '#rule'

export default defineRule({
  id: 'dynamodb/throughput-with-on-demand',
  title: 'On-demand tables must not set provisioned throughput',
  severity: 'error',
  on: ['AWS::DynamoDB::Table'],
  why: 'DynamoDB rejects the table.',
  fix: 'Remove ProvisionedThroughput, or set BillingMode to PROVISIONED.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'With BillingMode PAY_PER_REQUEST no throughput can be given.',
    },
  ],
  notes: ['001:529', '001:530', '001:531', '002:894', '002:903', '002:905', '002:906', '002:907', '002:2228', '004:271'],
  cfnLint: ['E3638'],
  messages: { both: '{name} is {value}, but a table that is paid by request has no throughput; remove ProvisionedThroughput.' },
  check(table, { report }) {
    for (const { when } of table.known('BillingMode', string).filter(({ value }) => value === 'PAY_PER_REQUEST')) {
      for (const path of ['ProvisionedThroughput', 'GlobalSecondaryIndexes.*.ProvisionedThroughput']) {
        for (const name of ['ReadCapacityUnits', 'WriteCapacityUnits']) {
          for (const units of table.under(when).known(`${path}.${name}`, number)) {
            // DynamoDB itself returns zeros for such a table.
            if (units.value !== 0) report(units, 'both', { name, value: units.value })
          }
        }
      }
    }
  },
})
