import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'dynamodb/key-without-encryption',
  title: 'A KMS key or type needs SSEEnabled true',
  severity: 'error',
  on: ['AWS::DynamoDB::Table'],
  why: 'DynamoDB rejects the table: "SSEType can not be specified if Enabled is false".',
  fix: 'Set SSEEnabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-ssespecification.html',
      fact: 'A key and a type of encryption can be given only with SSEEnabled true.',
    },
  ],
  notes: ['000:638', '002:931', '002:932', '002:2230', '003:164'],
  check: where(
    'SSESpecification.SSEEnabled',
    ['false'],
    forbid(
      '{name} cannot be given while SSEEnabled is false; set SSEEnabled to true.',
      'SSESpecification.KMSMasterKeyId',
      'SSESpecification.SSEType',
    ),
  ),
})
