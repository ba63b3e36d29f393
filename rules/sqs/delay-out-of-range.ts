import { defineRule, range } from '#rule'

export default defineRule({
  id: 'sqs/delay-out-of-range',
  title: 'Queue delays are 0 to 900 seconds',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the attribute when the queue is made.',
  fix: 'Use 0 to 900.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'Delivery can be delayed by up to 15 minutes.',
    },
  ],
  notes: ['000:247', '001:169', '002:1000', '002:1003', '003:291'],
  cfnLint: ['E3034'],
  check: range('DelaySeconds', { min: 0, max: 900, unit: 'seconds' }),
})
