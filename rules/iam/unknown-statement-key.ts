import { closest, defineRule, OPAQUE, type PolicyDocument } from '#rule'
import { STATEMENT_KEYS } from './_statements.ts'

export default defineRule({
  id: 'iam/unknown-statement-key',
  title: 'A policy has a key that IAM does not know',
  severity: 'error',
  on: ['policy'],
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Correct the name of the element, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      fact: 'A policy has Version, Id and Statement; a statement has Sid, Effect, Principal, Action, Resource, Condition and the Not forms.',
    },
  ],
  notes: ['002:465', '002:628', '002:641', '002:1599'],
  cfnLint: ['E3510', 'E3512', 'E3513'],
  messages: {
    statement: '"{key}" is no element of a statement; {advice}.',
    policy: '"{key}" is no element of a policy; {advice}.',
  },
  check(policy, { report }) {
    const say = (entries: PolicyDocument['entries'], known: readonly string[], message: 'statement' | 'policy') => {
      for (const { key } of entries) {
        if (known.includes(key.text) || key.text.includes(OPAQUE) || /^Fn::|^<<$/.test(key.text)) continue
        const near = closest(key.text, known)
        report({ node: key }, message, { key: key.text, advice: near ? `write ${near}` : 'remove it' })
      }
    }
    say(policy.entries, ['Version', 'Id', 'Statement'], 'policy')
    for (const statement of policy.statements) say(statement.entries, STATEMENT_KEYS, 'statement')
  },
})
