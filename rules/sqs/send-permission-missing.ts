import { defineRule, deliveriesBy, mayDeliver } from '#rule'

export default defineRule({
  id: 'sqs/send-permission-missing',
  title: 'A queue must admit the topic or rule that feeds it',
  severity: 'warning',
  on: ['AWS::Events::Rule', 'AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  why: 'The messages are dropped without a trace.',
  fix: 'Add an AWS::SQS::QueuePolicy that allows sqs:SendMessage to the service, with aws:SourceArn as condition.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
      fact: 'For a subscription the policy of the queue must let the topic send messages to it.',
    },
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
      fact: 'Rules that target a queue need a policy of the queue that lets events.amazonaws.com send messages.',
    },
  ],
  notes: ['002:1006', '002:1025', '002:1026', '002:1906', '002:1907', '003:309', '004:470'],
  messages: {
    messages: 'No policy of queue "{queue}" lets {service} send messages to it; add an AWS::SQS::QueuePolicy that does.',
    deadLetters:
      'No policy of queue "{queue}" lets {service} send messages to it, so what cannot be delivered is lost; add an AWS::SQS::QueuePolicy that does.',
  },
  check(resource, { report }) {
    for (const delivery of deliveriesBy(resource)) {
      const { target, service, isDeadLetter, hasRole, place } = delivery
      if (target.type !== 'AWS::SQS::Queue' || hasRole || mayDeliver(target, delivery) !== 'no') continue
      report(place, isDeadLetter ? 'deadLetters' : 'messages', { queue: target.id, service })
    }
  },
})
