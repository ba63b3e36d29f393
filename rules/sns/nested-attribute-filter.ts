import { both, canHold, defineRule, patternsIn, string } from '#rule'

export default defineRule({
  id: 'sns/nested-attribute-filter',
  title: 'Nested filters need the scope MessageBody',
  severity: 'error',
  on: ['AWS::SNS::Subscription', 'AWS::Serverless::Function'],
  why: 'SNS refuses the filter policy: message attributes are flat.',
  fix: 'Set FilterPolicyScope to MessageBody, or leave out the nesting.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
      fact: 'With attributes keys cannot be nested; with the message body they can. Attributes are the default.',
    },
  ],
  notes: ['000:228', '004:478', '004:480'],
  messages: {
    nested: '"{key}" holds an object, but message attributes are flat; set FilterPolicyScope to MessageBody.',
  },
  check(resource, { report }) {
    for (const { matcher, holder, objects } of patternsIn(resource)) {
      if (matcher !== 'SNS') continue
      for (const scope of holder.possible('FilterPolicyScope', string)) {
        if (scope.state === 'unknown' || (scope.state === 'known' && scope.value !== 'MessageAttributes')) continue
        for (const pattern of objects) {
          for (const { key, value } of pattern.entries) {
            for (const fact of key.text === '$or' ? [] : pattern.resolve(value, both(pattern.when, scope.when)))
              if (fact.state === 'known' && fact.value.kind === 'mapping' && canHold(fact.when))
                report({ node: key, when: fact.when }, 'nested', { key: key.text })
          }
        }
      }
    }
  },
})
