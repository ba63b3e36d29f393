import { defineRule, matches } from '#rule'

export default defineRule({
  id: 'sqs/invalid-queue-name',
  title: 'Queue names have up to 80 letters, digits, hyphens and underscores',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the name.',
  fix: 'Use letters, digits, hyphens and underscores, at most 80 with the .fifo of a FIFO queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
      fact: 'A name has up to 80 alphanumeric characters, hyphens and underscores; that of a FIFO queue ends with .fifo, which counts.',
    },
  ],
  notes: ['001:167', '001:189', '002:994', '002:995'],
  check: matches(
    'QueueName',
    /^(?:[\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
    'have 1 to 80 letters, digits, hyphens and underscores, the .fifo of a FIFO queue included',
  ),
})
