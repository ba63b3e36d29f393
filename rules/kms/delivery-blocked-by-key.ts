import { defineRule, deliveriesOf, keysAt, mayAccess, string } from '#rule'

export default defineRule({
  id: 'kms/delivery-blocked-by-key',
  title: 'A service that delivers to an encrypted queue needs its key',
  severity: 'warning',
  on: ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
  why: 'The service may not encrypt what it sends, so every message is lost, and nobody is told.',
  fix: 'Use a key of your own, and allow the service kms:GenerateDataKey* and kms:Decrypt in its KeyPolicy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
      fact: 'For messages of AWS services to an encrypted topic the key policy must admit the service; the policy of the key that AWS manages cannot be changed.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
      fact: 'The same for queues.',
    },
  ],
  notes: ['002:675', '002:684', '002:711', '002:712', '002:713'],
  messages: {
    key: 'The policy of {key} does not let {service} use it (kms:GenerateDataKey), so what {by} sends here is lost; add a statement that does.',
    managed: '"{key}" does not admit {service}, so what {by} sends here is lost; use a key of your own.',
  },
  check(target, { report }) {
    const seen = new Set<string>()
    for (const delivery of deliveriesOf(target.template)) {
      const { service, by, hasRole } = delivery
      if (delivery.target !== target || hasRole || seen.has(service)) continue
      seen.add(service)
      for (const { key, node, when } of keysAt(target, 'KmsMasterKeyId')) {
        if (mayAccess(key, { action: 'kms:GenerateDataKey', service, when }) === 'no')
          report({ node, when }, 'key', { key: key.id, service, by: by.id })
      }
      // Of queues another rule tells.
      if (target.type !== 'AWS::SNS::Topic') continue
      for (const fact of target.known('KmsMasterKeyId', string))
        if (/(^|[:/])alias\/aws\/sns$/.test(fact.value)) report(fact, 'managed', { key: fact.value, service, by: by.id })
    }
  },
})
