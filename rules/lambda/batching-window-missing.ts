import { both, canHold, defineRule, number } from '#rule'
import { queuesOf } from './_sources.ts'

export default defineRule({
  id: 'lambda/batching-window-missing',
  title: 'SQS batches above 10 need a batching window',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the mapping.',
  fix: 'Set MaximumBatchingWindowInSeconds to at least 1, or BatchSize to at most 10.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
      fact: 'Batches of more than 10 messages need a batching window of at least one second.',
    },
  ],
  notes: ['001:193', '002:995', '002:1010', '002:1575', '002:1579'],
  messages: {
    missing: 'BatchSize {size} needs MaximumBatchingWindowInSeconds of at least 1, which is not set.',
    zero: 'BatchSize {size} needs a batching window; set MaximumBatchingWindowInSeconds to at least 1.',
  },
  check(resource, { report }) {
    for (const { settings } of queuesOf(resource, false)) {
      for (const size of settings.known('BatchSize', number).filter(({ value }) => value > 10)) {
        const at = settings.under(size.when)
        for (const window of at.known('MaximumBatchingWindowInSeconds', number))
          if (window.value === 0) report(window, 'zero', { size: size.value })
        for (const absent of at.absent('MaximumBatchingWindowInSeconds')) {
          const when = both(size.when, absent.when)
          if (canHold(when)) report({ node: size.node, when }, 'missing', { size: size.value })
        }
      }
    }
  },
})
