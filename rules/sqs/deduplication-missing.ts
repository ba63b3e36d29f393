import { arnsAt, boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'sqs/deduplication-missing',
  title: 'A FIFO target needs content-based deduplication',
  severity: 'warning',
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  why: 'EventBridge sends no deduplication ID, so the queue refuses every message.',
  fix: 'Set ContentBasedDeduplication of the queue to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
      fact: 'A FIFO queue that is a target must have content-based deduplication enabled.',
    },
    {
      url: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_SqsParameters.html',
      fact: 'A FIFO queue that is a target must have content-based deduplication enabled.',
    },
  ],
  notes: ['001:191', '002:995', '002:1009', '003:287'],
  messages: {
    missing: '"{queue}" is a FIFO queue without ContentBasedDeduplication, and EventBridge gives no deduplication ID; set it to true.',
  },
  check(resource, { report }) {
    for (const use of arnsAt(resource.template, resource, resource.type === 'AWS::Events::Rule' ? 'Targets.*.Arn' : 'Target.Arn')) {
      const queue = use.type === 'AWS::SQS::Queue' ? use.resource : undefined
      for (const { isFifo, when } of queue ? use.fifo : []) {
        for (const fact of isFifo && queue ? queue.possible('ContentBasedDeduplication', boolean) : []) {
          const joint = both(when, fact.when)
          if (fact.state === 'unknown' || (fact.state === 'known' && fact.value) || !canHold(joint)) continue
          report({ node: use.node, when: joint }, 'missing', { queue: use.resource?.id ?? '' })
        }
      }
    }
  },
})
