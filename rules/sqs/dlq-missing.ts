import { defineRule } from '#rule'
import { isForDeadLetters } from './_queues.ts'

export default defineRule({
  id: 'sqs/dlq-missing',
  title: 'A queue should have a dead-letter queue',
  severity: 'info',
  on: ['AWS::SQS::Queue'],
  why: 'A message that can never be processed comes back again and again, and is lost at the end of its retention.',
  fix: 'Set RedrivePolicy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      fact: 'A dead-letter queue takes the messages that could not be processed, so that they can be looked at.',
    },
  ],
  notes: ['002:1000', '002:1005', '002:1013', '003:292'],
  messages: {
    missing: 'Queue "{id}" has no dead-letter queue; set RedrivePolicy.',
  },
  check(queue, { report }) {
    for (const absent of isForDeadLetters(queue) ? [] : queue.absent('RedrivePolicy'))
      report({ node: queue.key, when: absent.when }, 'missing', { id: queue.id })
  },
})
