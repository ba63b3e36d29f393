import { all, count, defineRule, each } from '#rule'

export default defineRule({
  id: 'dynamodb/too-many-projected-attributes',
  title: 'An index projects at most 20 attributes by name',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Project fewer attributes, or use the projection ALL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html',
      fact: 'NonKeyAttributes has 1 to 20 items.',
    },
  ],
  notes: ['002:903', '002:936'],
  check: all(
    ...['LocalSecondaryIndexes', 'GlobalSecondaryIndexes'].map((path) =>
      each(path, count('Projection.NonKeyAttributes', { max: 20, noun: 'attributes' })),
    ),
  ),
})
