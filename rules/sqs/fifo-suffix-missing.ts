import { defineRule, matches, where } from '#rule'

export default defineRule({
  id: 'sqs/fifo-suffix-missing',
  title: 'A FIFO queue name ends with .fifo',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  fixes: 'unsafe',
  why: 'SQS rejects the queue.',
  fix: 'End the name with .fifo.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'The name of a FIFO queue ends with .fifo.',
    },
  ],
  notes: ['001:167', '001:189', '002:994', '002:995'],
  cfnLint: ['E3501'],
  check: where(
    'FifoQueue',
    ['true'],
    matches('QueueName', /\.fifo$/, 'end with .fifo, because FifoQueue is true', (name) => `${name.replace(/[-_.]?fifo$/i, '')}.fifo`),
  ),
})
