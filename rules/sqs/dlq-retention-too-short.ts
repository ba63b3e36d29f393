import { arnsAt, both, canHold, defineRule, type Node, number, type Resource, type When } from '#rule'

const MOST = 1209600
const DEFAULT = 345600

/** How long a queue keeps messages, case by case. */
function retentionsOf(queue: Resource): { seconds: number; node: Node | undefined; when: When }[] {
  return queue.possible('MessageRetentionPeriod', number).flatMap((fact) => {
    if (fact.state === 'unknown') return []
    const { when } = fact
    return [fact.state === 'known' ? { seconds: fact.value, node: fact.node, when } : { seconds: DEFAULT, node: undefined, when }]
  })
}

export default defineRule({
  id: 'sqs/dlq-retention-too-short',
  title: 'A dead-letter queue should keep messages longer than its source',
  severity: 'info',
  on: ['AWS::SQS::Queue'],
  why: 'On standard queues the age of a message counts from its first arrival: one that waited long in its queue vanishes soon after it was moved.',
  fix: 'Give the dead-letter queue a longer MessageRetentionPeriod; 1209600 seconds are the most.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      fact: 'The expiry of a message counts from when it was first sent, so a dead-letter queue should keep messages longer than the queue before it.',
    },
  ],
  notes: ['002:995', '002:1005', '002:1013'],
  messages: {
    short: '"{id}" keeps messages for {kept} seconds, "{source}" before it for {own}; let it keep them longer, best for 1209600 seconds.',
  },
  check(queue, { report }) {
    for (const use of arnsAt(queue.template, queue, 'RedrivePolicy.deadLetterTargetArn')) {
      const target = use.resource
      if (target?.type !== 'AWS::SQS::Queue' || target === queue) continue
      for (const own of retentionsOf(queue)) {
        for (const kept of retentionsOf(target)) {
          const when = both(use.when, both(own.when, kept.when))
          if (kept.seconds > own.seconds || kept.seconds >= MOST || !canHold(when)) continue
          report({ node: kept.node ?? use.node, when }, 'short', { id: target.id, kept: kept.seconds, source: queue.id, own: own.seconds })
        }
      }
    }
  },
})
