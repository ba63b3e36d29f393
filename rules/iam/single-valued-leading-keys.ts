import { defineRule, OPAQUE } from '#rule'

export default defineRule({
  id: 'iam/single-valued-leading-keys',
  title: 'dynamodb:LeadingKeys is multivalued: use ForAllValues',
  severity: 'warning',
  on: ['policy'],
  why: 'A request can carry several keys; compared as one value the condition does not hold for what it is to allow, or holds for too much.',
  fix: 'Put ForAllValues: before the operator.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
      fact: 'dynamodb:LeadingKeys and dynamodb:Attributes are compared with ForAllValues, since a request may name several.',
    },
  ],
  notes: ['002:925', '003:164'],
  messages: {
    single: '{key} stands under {operator}; use ForAllValues:{plain}.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const { operator, key, when } of statement.conditions()) {
        if (!/^dynamodb:(LeadingKeys|Attributes)$/i.test(key.text) || /^(ForAllValues:|Null$)/i.test(operator.text)) continue
        const isAny = /^ForAnyValue:/i.test(operator.text)
        if (operator.text.includes(OPAQUE) || (isAny && !statement.isAllow)) continue
        report({ node: operator, when }, 'single', {
          key: key.text,
          operator: operator.text,
          plain: operator.text.replace(/^ForAnyValue:/i, ''),
        })
      }
    }
  },
})
