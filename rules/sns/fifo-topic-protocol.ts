import { arnsAt, both, canHold, defineRule, fifoOf, string } from '#rule'
import { subscriptionsIn } from './_subscriptions.ts'

export default defineRule({
  id: 'sns/fifo-topic-protocol',
  title: 'FIFO topics deliver to SQS only',
  severity: 'error',
  on: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  why: 'SNS refuses the subscription.',
  fix: 'Subscribe a queue, and what wants the message to the queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
      fact: 'FIFO topics deliver to queues; other endpoints cannot be subscribed.',
    },
  ],
  notes: ['002:1020', '002:1021', '002:1024', '002:1025', '003:307', '003:308'],
  messages: {
    other: 'Protocol is {protocol}, but a FIFO topic delivers to SQS only; subscribe a queue.',
  },
  check(resource, { report }) {
    const topics =
      resource.type === 'AWS::SNS::Topic'
        ? fifoOf(resource, resource.when)
        : arnsAt(resource.template, resource, 'TopicArn').flatMap((use) => use.fifo)
    for (const subscription of subscriptionsIn(resource)) {
      for (const protocol of subscription.known('Protocol', string)) {
        for (const { isFifo, when } of protocol.value === 'sqs' ? [] : topics) {
          const joint = both(when, protocol.when)
          if (isFifo && canHold(joint)) report({ node: protocol.node, when: joint }, 'other', { protocol: protocol.value })
        }
      }
    }
  },
})
