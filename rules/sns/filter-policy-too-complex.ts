import { defineRule, fieldsOf, patternsIn } from '#rule'

export default defineRule({
  id: 'sns/filter-policy-too-complex',
  title: 'A filter policy has at most 5 keys and 150 combinations',
  severity: 'error',
  on: ['AWS::SNS::Subscription', 'AWS::Serverless::Function'],
  why: 'SNS refuses the filter policy.',
  fix: 'Use fewer keys or values, or filter in the receiver.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
      fact: 'A policy has at most five keys (of the message body only the outermost count) and 150 combinations, the product of the numbers of values.',
    },
  ],
  notes: ['000:228', '004:478', '004:480'],
  messages: {
    keys: 'The filter policy has {count} keys; it may have 5.',
    combinations: 'The filter policy has {count} combinations of values; it may have 150.',
  },
  check(resource, { report }) {
    for (const { matcher, objects } of patternsIn(resource)) {
      for (const pattern of matcher === 'SNS' ? objects : []) {
        const keys = pattern.entries.filter(({ key }) => key.text !== '$or')
        if (keys.length > 5) report({ node: (keys[5] as (typeof keys)[number]).key, when: pattern.when }, 'keys', { count: keys.length })
        const flat = keys.every(({ value }) => value.kind === 'sequence')
        const combinations = flat ? fieldsOf(pattern).reduce((product, { values }) => product * Math.max(1, values.length), 1) : 0
        if (combinations > 150) report({ node: pattern.node, when: pattern.when }, 'combinations', { count: combinations })
      }
    }
  },
})
