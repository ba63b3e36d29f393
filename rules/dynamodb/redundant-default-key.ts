import { defineRule, string } from '#rule'

export default defineRule({
  id: 'dynamodb/redundant-default-key',
  title: 'The default DynamoDB key need not be named',
  severity: 'info',
  on: ['AWS::DynamoDB::Table'],
  why: 'It says the same as leaving it out, and looks as if a key of your own were used.',
  fix: 'Remove KMSMasterKeyId; SSEEnabled alone uses that key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html',
      fact: 'The key is given only where it is not the default alias/aws/dynamodb.',
    },
  ],
  notes: ['002:931', '002:932', '002:2230'],
  messages: { default: '"{key}" is what is used without KMSMasterKeyId; remove it.' },
  check(table, { report }) {
    for (const key of table.known('SSESpecification.KMSMasterKeyId', string))
      if (/(^|:)alias\/aws\/dynamodb$/.test(key.value)) report(key, 'default', { key: key.value })
  },
})
