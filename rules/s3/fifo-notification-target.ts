import {
  boolean,
  both,
  canHold,
  defineRule,
  formsOf,
  leadsOf,
  notificationsOf,
  notificationTarget,
  shorten,
  suspectsOf,
  table,
} from '#rule'

const FIFO: Readonly<Record<string, string>> = table({ 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' })

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
    for (const notification of notificationsOf(bucket)) {
      const { kind } = notification
      const target = notificationTarget(notification)
      if (!target || kind === 'function') continue
      const leads = leadsOf(bucket.template, target.node, target.when)
      for (const { resource, node, when } of leads) {
        const property = FIFO[resource.type]
        for (const fifo of property ? resource.known(property, boolean) : []) {
          const joint = both(when, fifo.when)
          if (fifo.value && canHold(joint)) report({ node, when: joint }, 'fifo', { kind, name: resource.id })
        }
      }
      const forms = leads.length ? [] : formsOf(bucket.template, target.node, target.when)
      for (const { text, place } of suspectsOf(forms, (one) => one.endsWith('.fifo')))
        report(place, 'fifo', { kind, name: shorten(text.split(':').pop() ?? text) })
    }
  },
})
