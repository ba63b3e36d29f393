import { defineRule, matches, where } from '#rule'

export default defineRule({
  id: 'sqs/misplaced-fifo-suffix',
  title: 'Only FIFO queue names may end with .fifo',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS rejects the name.',
  fix: 'Set FifoQueue to true, or choose another name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'Only the name of a FIFO queue ends with .fifo.',
    },
  ],
  notes: ['001:167', '001:189', '002:994', '002:995'],
  cfnLint: ['E3501'],
  check: where('FifoQueue', ['false'], matches('QueueName', /^(?!.*\.fifo$)/s, 'not end with .fifo unless FifoQueue is true'), {
    orAbsent: true,
  }),
})
