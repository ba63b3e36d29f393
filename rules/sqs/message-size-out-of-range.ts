import { defineRule, range } from '#rule'

export default defineRule({
  id: 'sqs/message-size-out-of-range',
  title: 'The maximum message size is 1024 to 1048576 bytes',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the attribute when the queue is made.',
  fix: 'Use 1024 to 1048576.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      fact: 'A message may have 1 KiB to 1 MiB; until August 2025 the most was 256 KiB.',
    },
  ],
  notes: ['000:237', '000:245', '001:183', '001:188', '002:1014', '002:2256'],
  cfnLint: ['E3034'],
  check: range('MaximumMessageSize', { min: 1024, max: 1048576, unit: 'bytes' }),
})
