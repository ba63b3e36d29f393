import { boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'sqs/encryption-off',
  title: 'A queue should not switch encryption off',
  severity: 'warning',
  on: ['AWS::SQS::Queue'],
  why: 'Messages lie unencrypted on disk, although SQS would encrypt them by itself and without cost.',
  fix: 'Remove SqsManagedSseEnabled, or set a KMS key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
      fact: 'New queues are encrypted with keys that SQS manages unless that is switched off.',
    },
  ],
  notes: ['001:184', '001:185', '001:187', '003:299'],
  messages: {
    off: 'SqsManagedSseEnabled is false, so messages are not encrypted; remove it or set KmsMasterKeyId.',
  },
  check(queue, { report }) {
    for (const off of queue.known('SqsManagedSseEnabled', boolean)) {
      if (off.value) continue
      for (const without of queue.absent('KmsMasterKeyId')) {
        const when = both(off.when, without.when)
        if (canHold(when)) report({ node: off.node, when }, 'off')
      }
    }
  },
})
