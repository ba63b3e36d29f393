import { defineRule, number } from '#rule'
import { queuesOf } from './_sources.ts'

export default defineRule({
  id: 'lambda/fifo-batch-too-large',
  title: 'A FIFO queue hands over at most 10 messages',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping.',
  fix: 'Set BatchSize to at most 10, or use a standard queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
      fact: 'A FIFO queue hands over at most 10 messages at once, a standard queue up to 10,000.',
    },
  ],
  notes: ['001:193', '002:995', '002:1010', '002:1575', '002:1579'],
  cfnLint: ['E3705'],
  messages: {
    size: 'BatchSize is {value}; a FIFO queue hands over at most 10 messages.',
  },
  check(resource, { report }) {
    for (const { settings } of queuesOf(resource, true)) {
      for (const size of settings.known('BatchSize', number)) if (size.value > 10) report(size, 'size', { value: size.value })
    }
  },
})
