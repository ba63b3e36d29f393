import { all, defineRule, each, forbid, need, oneOf, where, within } from '#rule'

const INDEXES = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes']

const PROJECTION = within(
  'Projection',
  all(
    oneOf('ProjectionType', ['ALL', 'KEYS_ONLY', 'INCLUDE']),
    where('ProjectionType', ['INCLUDE'], need('The projection INCLUDE needs {name}, which is not set.', 'NonKeyAttributes')),
    where('ProjectionType', ['ALL', 'KEYS_ONLY'], forbid('{name} belongs to the projection INCLUDE; remove it.', 'NonKeyAttributes')),
  ),
)

export default defineRule({
  id: 'dynamodb/invalid-projection',
  title: 'An index projection needs a known type and fitting attributes',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Use ALL or KEYS_ONLY alone, or INCLUDE with NonKeyAttributes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-projection.html',
      fact: 'An index holds all attributes, the keys, or the keys and the attributes that are named.',
    },
  ],
  notes: ['002:903', '002:936'],
  check: all(...INDEXES.map((path) => each(path, PROJECTION))),
})
