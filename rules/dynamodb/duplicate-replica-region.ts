import { defineRule, distinct } from '#rule'

export default defineRule({
  id: 'dynamodb/duplicate-replica-region',
  title: 'A global table has one replica per Region',
  severity: 'error',
  on: ['AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'List each Region once.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      fact: 'Each replica is in a Region of its own.',
    },
  ],
  notes: ['001:539', '004:283'],
  check: distinct('The Region {value} has two replicas; list it once.', 'Replicas.*.Region'),
})
