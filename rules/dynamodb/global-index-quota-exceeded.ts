import { count, defineRule } from '#rule'

export default defineRule({
  id: 'dynamodb/global-index-quota-exceeded',
  title: 'More than 20 global secondary indexes need a raised quota',
  severity: 'warning',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'The stack fails unless the quota of the account was raised.',
  fix: 'Drop indexes, or ask for a higher quota before you deploy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
      fact: 'A table has at most 20 global secondary indexes unless the quota is raised.',
    },
  ],
  notes: ['002:903', '002:2228', '003:170'],
  check: count('GlobalSecondaryIndexes', { max: 20, noun: 'indexes, more than the quota of an account allows by default' }),
})
