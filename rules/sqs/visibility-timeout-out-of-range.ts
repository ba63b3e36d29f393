import { defineRule, range } from '#rule'

export default defineRule({
  id: 'sqs/visibility-timeout-out-of-range',
  title: 'Visibility timeouts are 0 to 43200 seconds',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the attribute when the queue is made.',
  fix: 'Use 0 to 43200.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'A message can be hidden for up to 12 hours.',
    },
  ],
  notes: ['000:235', '001:168', '002:1000', '002:1002', '003:293'],
  cfnLint: ['E3034'],
  check: range('VisibilityTimeout', { min: 0, max: 43200, unit: 'seconds' }),
})
