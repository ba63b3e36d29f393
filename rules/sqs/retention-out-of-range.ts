import { defineRule, range } from '#rule'

export default defineRule({
  id: 'sqs/retention-out-of-range',
  title: 'Messages are kept 60 to 1209600 seconds',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the attribute when the queue is made.',
  fix: 'Use 60 to 1209600.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'Messages are kept for 1 minute to 14 days.',
    },
  ],
  notes: ['000:249', '002:1000', '002:1004'],
  cfnLint: ['E3034'],
  check: range('MessageRetentionPeriod', { min: 60, max: 1209600, unit: 'seconds' }),
})
