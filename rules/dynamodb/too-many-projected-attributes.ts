import { all, count, defineRule, each } from '#rule'

export default defineRule({
  id: 'dynamodb/too-many-projected-attributes',
  title: 'Indexes project at most 20 attributes each and 100 in all',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Project fewer attributes, or use the projection ALL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
      fact: 'An index projects at most 20 attributes of its own, all indexes of a table at most 100.',
    },
  ],
  notes: ['002:903', '002:936'],
  check: all(
    ...['LocalSecondaryIndexes', 'GlobalSecondaryIndexes'].map((path) =>
      each(path, count('Projection.NonKeyAttributes', { max: 20, noun: 'attributes' })),
    ),
  ),
})
