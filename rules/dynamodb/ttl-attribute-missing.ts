import { defineRule, need, where, within } from '#rule'

export default defineRule({
  id: 'dynamodb/ttl-attribute-missing',
  title: 'Time to live needs an attribute name',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the request that switches time to live on.',
  fix: 'Name the attribute that holds the time.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-timetolivespecification.html',
      fact: 'To switch time to live on, the attribute that holds the time is named.',
    },
  ],
  notes: ['000:606', '001:505', '001:506', '001:507', '001:508', '002:923', '003:178'],
  check: within(
    'TimeToLiveSpecification',
    where('Enabled', ['true'], need('Time to live needs {name}, which is not set.', 'AttributeName')),
  ),
})
