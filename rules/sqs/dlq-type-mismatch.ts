import { arnsAt, both, canHold, defineRule, fifoOf } from '#rule'

const KINDS = ['a standard queue', 'a FIFO queue']

export default defineRule({
  id: 'sqs/dlq-type-mismatch',
  title: 'A dead-letter queue is of the same kind as its source',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the redrive policy.',
  fix: 'Make both FIFO queues, or both standard queues.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      fact: 'The dead-letter queue of a FIFO queue is a FIFO queue, that of a standard queue a standard queue.',
    },
  ],
  notes: ['001:170', '002:995', '002:1005', '002:1013', '003:292'],
  cfnLint: ['E3502'],
  messages: {
    mismatch: '"{name}" is {kind}, this queue {own}; a dead-letter queue must be of the same kind.',
  },
  check(queue, { report }) {
    for (const own of fifoOf(queue, queue.when)) {
      for (const use of arnsAt(queue.template, queue.under(own.when), 'RedrivePolicy.deadLetterTargetArn')) {
        for (const { isFifo, when } of use.fifo) {
          if (isFifo === own.isFifo || !canHold(both(own.when, when))) continue
          const data = {
            name: use.resource?.id ?? use.text,
            kind: KINDS[Number(isFifo)] as string,
            own: KINDS[Number(own.isFifo)] as string,
          }
          report({ node: use.node, when: both(own.when, when) }, 'mismatch', data)
        }
      }
    }
  },
})
