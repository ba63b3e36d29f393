import { defineRule, number } from '#rule'
import { queuesOf } from './_sources.ts'

export default defineRule({
  id: 'lambda/fifo-batching-window',
  title: 'FIFO queues have no batching window',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping.',
  fix: 'Remove MaximumBatchingWindowInSeconds, or use a standard queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
      fact: 'A batching window is not supported for FIFO queues.',
    },
  ],
  notes: ['002:995', '002:1010', '002:1575', '002:1579'],
  messages: {
    window: 'MaximumBatchingWindowInSeconds is {value}; a FIFO queue has no batching window, so remove it.',
  },
  check(resource, { report }) {
    for (const { settings } of queuesOf(resource, true)) {
      for (const window of settings.known('MaximumBatchingWindowInSeconds', number))
        if (window.value > 0) report(window, 'window', { value: window.value })
    }
  },
})
