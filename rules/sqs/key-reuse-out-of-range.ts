import { defineRule, range } from '#rule'

export default defineRule({
  id: 'sqs/key-reuse-out-of-range',
  title: 'Data keys are reused for 60 to 86400 seconds',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the attribute when the queue is made.',
  fix: 'Use 60 to 86400.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'A data key is reused for 1 minute to 24 hours.',
    },
  ],
  notes: ['001:186', '003:299'],
  cfnLint: ['E3034'],
  check: range('KmsDataKeyReusePeriodSeconds', { min: 60, max: 86400, unit: 'seconds' }),
})
