import { all, defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'sqs/unknown-fifo-mode',
  title: 'Deduplication scope and throughput limit have two values each',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the queue.',
  fix: 'Write the value as SQS does; case counts.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'The scope is messageGroup or queue; the limit is perQueue or perMessageGroupId.',
    },
  ],
  notes: ['001:190', '001:191', '003:282'],
  check: all(oneOf('DeduplicationScope', ['messageGroup', 'queue']), oneOf('FifoThroughputLimit', ['perQueue', 'perMessageGroupId'])),
})
