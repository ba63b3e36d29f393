import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'sqs/encryption-conflict',
  title: 'A queue has one kind of encryption',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses a queue that is to be encrypted with its own key and with a KMS key.',
  fix: 'Keep KmsMasterKeyId, or SqsManagedSseEnabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'Keys that SQS owns and keys of KMS exclude each other; one of them is set.',
    },
  ],
  notes: ['001:184', '001:185', '001:187', '003:299'],
  check: where(
    'SqsManagedSseEnabled',
    ['true'],
    forbid('SqsManagedSseEnabled is true, so {name} cannot be set; keep one of them.', 'KmsMasterKeyId'),
  ),
})
