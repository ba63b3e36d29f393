import { all, defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'sqs/fifo-only-property',
  title: 'Deduplication and throughput settings are for FIFO queues',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS rejects the queue.',
  fix: 'Set FifoQueue to true, or remove the property.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'Content-based deduplication, deduplication scope and throughput limit are attributes of FIFO queues.',
    },
  ],
  notes: ['000:231', '001:190', '001:191', '002:995', '002:1009', '003:282', '003:284'],
  cfnLint: ['E3501'],
  check: where(
    'FifoQueue',
    ['false'],
    all(
      forbid('{name} belongs to FIFO queues; set FifoQueue to true or remove it.', 'DeduplicationScope', 'FifoThroughputLimit'),
      where(
        'ContentBasedDeduplication',
        ['true'],
        forbid('{name} belongs to FIFO queues; set FifoQueue to true or remove it.', 'ContentBasedDeduplication'),
      ),
    ),
    { orAbsent: true },
  ),
})
