import { defineRule, range } from '#rule'

export default defineRule({
  id: 'sqs/receive-wait-out-of-range',
  title: 'Long polling waits 0 to 20 seconds',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the attribute when the queue is made.',
  fix: 'Use 0 to 20.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'A receive call waits at most 20 seconds.',
    },
  ],
  notes: ['001:182', '002:989', '002:1011', '003:294', '003:295'],
  cfnLint: ['E3034'],
  check: range('ReceiveMessageWaitTimeSeconds', { min: 0, max: 20, unit: 'seconds' }),
})
