import { defineRule, deliveriesOf, string } from '#rule'

export default defineRule({
  id: 'sqs/aws-managed-key-for-publisher',
  title: 'SNS, S3 and EventBridge cannot use the key alias/aws/sqs',
  severity: 'warning',
  on: ['AWS::SQS::Queue'],
  why: 'The service may not use the key that AWS manages for SQS, so every message to the queue fails.',
  fix: 'Use SSE-SQS (no KmsMasterKeyId), or a key of your own whose policy admits the service.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
      fact: 'For messages of AWS services to an encrypted queue the key policy must admit the service, which only a customer managed key allows.',
    },
  ],
  notes: ['001:184', '001:185', '001:187', '003:309'],
  messages: {
    managed: '"{key}" does not admit {service}, which "{by}" lets send to this queue; remove it or use a key of your own.',
  },
  check(queue, { report }) {
    const [delivery] = deliveriesOf(queue.template).filter(({ target, hasRole }) => target === queue && !hasRole)
    if (!delivery) return
    for (const key of queue.known('KmsMasterKeyId', string)) {
      if (/(^|[:/])alias\/aws\/sqs$/.test(key.value))
        report(key, 'managed', { key: key.value, service: delivery.service, by: delivery.by.id })
    }
  },
})
