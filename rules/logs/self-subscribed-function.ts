import { childOf, defineRule, functionsIn, isSame, nameOf, spellingsOf } from '#rule'

export default defineRule({
  id: 'logs/self-subscribed-function',
  title: 'A function must not receive its own logs',
  severity: 'warning',
  on: ['AWS::Logs::SubscriptionFilter'],
  why: 'Each delivery makes the function write logs, which are delivered to it: an endless loop that is charged.',
  fix: 'Subscribe another function, or another log group.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
      fact: 'A subscription that makes new events in its own log group recurs without end.',
    },
  ],
  notes: ['002:1868'],
  messages: {
    self: '{id} gets the logs that it writes itself, without end; subscribe another function or log group.',
  },
  check(filter, { report }) {
    const { template } = filter
    const group = childOf(filter.node, 'LogGroupName')
    const names = group ? spellingsOf(template, group, filter.when) : []
    for (const { function: fn, node, when } of functionsIn(template, filter, 'DestinationArn')) {
      // With a log group of its own it does not write to this one.
      if (fn.facts('LoggingConfig').some(({ state }) => state !== 'absent')) continue
      if (names.some(({ text }) => isSame(template, text, `/aws/lambda/${nameOf(fn)}`) === true))
        report({ node, when }, 'self', { id: fn.id })
    }
  },
})
