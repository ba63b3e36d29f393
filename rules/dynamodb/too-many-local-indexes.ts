import { count, defineRule } from '#rule'

export default defineRule({
  id: 'dynamodb/too-many-local-indexes',
  title: 'A table has at most 5 local secondary indexes',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Use global secondary indexes for the others.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
      fact: 'A table has at most five local secondary indexes.',
    },
  ],
  notes: ['001:525', '001:526', '002:902', '003:170'],
  check: count('LocalSecondaryIndexes', { max: 5, noun: 'indexes' }),
})
