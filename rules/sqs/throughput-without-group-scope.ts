import { all, defineRule, need, oneOf, where } from '#rule'

export default defineRule({
  id: 'sqs/throughput-without-group-scope',
  title: 'perMessageGroupId needs DeduplicationScope messageGroup',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS rejects the queue.',
  fix: 'Set DeduplicationScope to messageGroup.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'A limit for each message group needs deduplication for each message group.',
    },
  ],
  notes: ['001:190', '001:191', '002:995', '002:1009', '003:282'],
  cfnLint: ['E3501'],
  check: where(
    'FifoThroughputLimit',
    ['perMessageGroupId'],
    all(
      need('High throughput needs {name} messageGroup, which is not set.', 'DeduplicationScope'),
      oneOf('DeduplicationScope', ['messageGroup']),
    ),
  ),
})
