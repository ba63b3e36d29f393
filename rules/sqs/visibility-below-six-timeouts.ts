import { defineRule } from '#rule'
import { pollsIn } from './_polls.ts'

export default defineRule({
  id: 'sqs/visibility-below-six-timeouts',
  title: 'The visibility timeout should be six times the function timeout',
  severity: 'info',
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  why: 'When Lambda is throttled it tries again; a message that appears again meanwhile is processed twice or goes to the dead-letter queue.',
  fix: 'Set VisibilityTimeout of the queue to six times the timeout of the function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
      fact: 'The recommended visibility timeout is six times the timeout of the function, so that throttled invocations can be tried again.',
    },
  ],
  notes: ['002:1000', '002:1002', '002:1012', '003:293'],
  messages: {
    short: 'Queue "{queue}" hides a message for {hidden} seconds; six times the {timeout} seconds of function "{fn}" are recommended.',
  },
  check(resource, { report }) {
    for (const { queue, hidden, fn, timeout, node, when } of pollsIn(resource)) {
      if (hidden >= timeout && hidden < 6 * timeout) report({ node, when }, 'short', { queue: queue.id, hidden, fn: fn.id, timeout })
    }
  },
})
