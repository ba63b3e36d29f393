import { anything, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'dynamodb/replica-key-mismatch',
  title: 'Customer keys must be given for every replica or none',
  severity: 'warning',
  on: ['AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Give KMSMasterKeyId for every replica and set SSEEnabled of the table to true, or for none.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicassespecification.html',
      fact: 'Replicas name a key of their own Region when the table is encrypted with KMS; with one, all have one.',
    },
  ],
  notes: ['002:897', '002:925'],
  messages: { mixed: 'This replica has no key of its own, but others have; give KMSMasterKeyId for every replica or for none.' },
  check(table, { report }) {
    const keys = table.known('Replicas.*.SSESpecification.KMSMasterKeyId', anything)
    for (const replica of table.items('Replicas')) {
      for (const absent of replica.absent('SSESpecification.KMSMasterKeyId')) {
        const key = keys.find(({ when }) => canHold(both(when, absent.when)))
        if (key) report({ node: replica.node, when: both(key.when, absent.when) }, 'mixed')
      }
    }
  },
})
