import { defineRule, requires, where, within } from '#rule'

export default defineRule({
  id: 'dynamodb/encryption-type-missing',
  title: 'A table with a KMS key of its own needs SSEType KMS',
  severity: 'error',
  on: ['AWS::DynamoDB::Table'],
  why: 'DynamoDB rejects the table: "SSEType KMS is required if KMSMasterKeyId is specified".',
  fix: 'Set SSEType to KMS.',
  sources: [
    {
      url: 'https://github.com/awsdocs/aws-cloudformation-user-guide/pull/1228',
      fact: 'DynamoDB answers that SSEType KMS is required where KMSMasterKeyId is given.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html',
      fact: 'KMS is the only type.',
    },
  ],
  cfnLint: ['E3021'],
  check: within('SSESpecification', where('SSEEnabled', ['true'], requires('KMSMasterKeyId', 'SSEType'))),
})
