import { defineRule, type Node, nounOf } from '#rule'

const ELEMENTS = ['Action', 'NotAction', 'Resource', 'NotResource']

// A parameter or a mapping may give a whole list.
const isNoText = (value: Node, item: Node): boolean => value.kind === 'mapping' || (value.kind === 'sequence' && value === item)

export default defineRule({
  id: 'iam/malformed-statement',
  title: 'Statements are maps whose elements hold texts',
  severity: 'error',
  on: ['policy'],
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Write each statement as a map, and one text or a list of texts under Action and Resource.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      fact: 'A statement is an object; Action and Resource hold a string or a list of strings, Condition an object.',
    },
  ],
  cfnLint: ['E3510', 'E3512', 'E3513'],
  messages: {
    statement: 'A statement is {noun}; it must be a map with Effect, Action and what they apply to.',
    element: '{element} holds {noun}; it must be a text or a list of texts.',
    condition: 'Condition is {noun}; it must be a map of operators.',
  },
  check(policy, { report }) {
    for (const fact of policy.facts('Statement')) {
      if (fact.state !== 'known' || fact.value.kind === 'mapping') continue
      const items = fact.value.kind === 'sequence' ? fact.value.items : [fact.value]
      for (const item of items)
        for (const one of policy.resolve(item, fact.when))
          if (one.state === 'known' && one.value.kind !== 'mapping') report(one, 'statement', { noun: nounOf(one.value) })
    }
    for (const statement of policy.statements) {
      for (const element of ELEMENTS) {
        for (const fact of statement.facts(element)) {
          if (fact.state !== 'known') continue
          const items = fact.value.kind === 'sequence' ? fact.value.items : [fact.value]
          for (const item of items)
            for (const one of policy.resolve(item, fact.when))
              if (one.state === 'known' && isNoText(one.value, item)) report(one, 'element', { element, noun: nounOf(one.value) })
        }
      }
      for (const fact of statement.facts('Condition'))
        if (fact.state === 'known' && fact.value.kind !== 'mapping') report(fact, 'condition', { noun: nounOf(fact.value) })
    }
  },
})
