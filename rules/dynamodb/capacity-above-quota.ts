import { defineRule, number } from '#rule'

export default defineRule({
  id: 'dynamodb/capacity-above-quota',
  title: 'Capacity above 40,000 units needs a raised quota',
  severity: 'warning',
  on: ['AWS::DynamoDB::Table', 'AWS::Serverless::SimpleTable'],
  why: 'The stack fails unless the quota of the account was raised.',
  fix: 'Ask for a higher quota before you deploy, or use on-demand capacity.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
      fact: 'A table has at most 40,000 read and 40,000 write units unless the quota is raised.',
    },
  ],
  notes: ['002:894', '002:905', '002:906', '002:907'],
  messages: { high: '{name} is {value}; above 40000 the quota of the account has to be raised first.' },
  check(table, { report }) {
    const paths = table.type === 'AWS::DynamoDB::Table' ? ['', 'GlobalSecondaryIndexes.*.'] : ['']
    for (const path of paths) {
      for (const name of ['ReadCapacityUnits', 'WriteCapacityUnits']) {
        for (const units of table.known(`${path}ProvisionedThroughput.${name}`, number))
          if (units.value > 40_000) report(units, 'high', { name, value: units.value })
      }
    }
  },
})
