import { arnsAt, defineRule, notificationsOf } from '#rule'

export default defineRule({
  id: 's3/fifo-notification-target',
  title: 'S3 cannot notify FIFO queues or topics',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 checks its targets when the bucket is made or changed, refuses this one, and the stack fails.',
  fix: 'Use a standard queue or topic, or let EventBridge deliver to the FIFO queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
      fact: 'FIFO queues and topics cannot be targets of event notifications; EventBridge can send to them.',
    },
  ],
  notes: ['000:233', '002:487', '002:994', '002:995', '002:2289'],
  messages: { fifo: 'S3 cannot notify the FIFO {kind} {name}; use a standard one, or EventBridge.' },
  check(bucket, { report }) {
    for (const { kind, item, targetKey } of notificationsOf(bucket)) {
      if (!targetKey || kind === 'function') continue
      for (const { fifo, node, resource, text } of arnsAt(bucket.template, item, targetKey)) {
        const name = resource?.id ?? text.split(':').pop() ?? ''
        for (const { isFifo, when } of fifo) if (isFifo) report({ node, when }, 'fifo', { kind, name })
      }
    }
  },
})
