import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'sqs/explicit-fifo-false',
  title: 'FifoQueue is true or absent',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'The stack fails: "Unknown Attribute FifoQueue". SQS knows the attribute for FIFO queues only.',
  fix: 'Remove FifoQueue; in a condition, use AWS::NoValue where the queue is a standard one.',
  sources: [
    {
      url: 'https://github.com/aws/aws-cdk/pull/31922',
      fact: 'CloudFormation fails with "Unknown Attribute FifoQueue" for false; the property must be true or absent.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'Without the property the queue is a standard queue.',
    },
  ],
  notes: ['000:231', '002:994', '002:995', '003:282', '003:284'],
  cfnLint: ['E3501'],
  messages: {
    isFalse: 'FifoQueue is false, which SQS refuses; remove it for a standard queue.',
  },
  check(queue, { report }) {
    for (const fact of queue.known('FifoQueue', boolean)) if (!fact.value) report(fact, 'isFalse')
  },
})
