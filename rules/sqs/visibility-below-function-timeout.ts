import { defineRule } from '#rule'
import { pollsIn } from './_polls.ts'

export default defineRule({
  id: 'sqs/visibility-below-function-timeout',
  title: 'A queue must stay hidden as long as its function runs',
  severity: 'error',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'Lambda refuses the mapping: the queue would hand the message to another invocation while the first is still at work.',
  fix: 'Set VisibilityTimeout of the queue to at least the timeout of the function, better to six times that.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
      fact: 'The visibility timeout must not be less than the timeout of the function; six times that is recommended.',
    },
  ],
  notes: ['002:1000', '002:1002', '002:1012', '003:293'],
  cfnLint: ['E3505'],
  messages: {
    short: 'Queue "{queue}" hides a message for {hidden} seconds, while function "{fn}" may run for {timeout}; hide it at least that long.',
  },
  check(resource, { report }) {
    for (const { queue, hidden, fn, timeout, node, when } of pollsIn(resource)) {
      if (hidden < timeout) report({ node, when }, 'short', { queue: queue.id, hidden, fn: fn.id, timeout })
    }
  },
})
