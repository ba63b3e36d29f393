import { defineRule, onlyWith } from '#rule'

export default defineRule({
  id: 'sqs/key-reuse-without-key',
  title: 'A data key reuse period needs a KMS key',
  severity: 'warning',
  on: ['AWS::SQS::Queue'],
  why: 'The setting has no effect: without a KMS key there are no data keys.',
  fix: 'Set KmsMasterKeyId, or remove the period.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'The period is that for which SQS reuses a data key of the KMS key of the queue.',
    },
  ],
  notes: ['001:186'],
  check: onlyWith('KmsDataKeyReusePeriodSeconds', 'KmsMasterKeyId'),
})
