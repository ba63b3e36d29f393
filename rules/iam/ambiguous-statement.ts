import { ALWAYS, both, canHold, defineRule } from '#rule'
import { keysOf, lacks } from './_statements.ts'

const PAIRS = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
] as const

export default defineRule({
  id: 'iam/ambiguous-statement',
  title: 'A statement needs one Action and, in identities, one Resource',
  severity: 'error',
  on: ['policy'],
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Keep one of each pair (Action or NotAction, Resource or NotResource, Principal or NotPrincipal), and write the one that is missing.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      fact: 'A statement has one of Action and NotAction, one of Resource and NotResource, one of Principal and NotPrincipal.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
      fact: 'A repository policy applies to its repository and has no Resource element.',
    },
  ],
  notes: ['001:950', '001:955', '001:958', '002:465', '002:628', '002:641', '002:1599', '003:207'],
  cfnLint: ['E3510', 'E3512', 'E3513'],
  messages: {
    both: '{one} stands beside {other}; keep one of them.',
    missing: 'The statement has neither {one} nor {other}; write one of them.',
    refused: '{element} stands in a repository policy, which takes none; remove it.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const [one, other] of PAIRS) {
        for (const [key, beside] of [
          [one, other],
          [other, one],
        ] as const) {
          for (const a of keysOf(statement, key)) {
            const when = keysOf(statement, beside)
              .map((b) => both(a.when ?? ALWAYS, b.when ?? ALWAYS))
              .find(canHold)
            if (when) report({ ...a, when }, 'both', { one: key, other: beside })
          }
        }
      }
      for (const place of lacks(statement, 'Action', 'NotAction')) report(place, 'missing', { one: 'Action', other: 'NotAction' })
      if (policy.place.resources === 'needed')
        for (const place of lacks(statement, 'Resource', 'NotResource')) report(place, 'missing', { one: 'Resource', other: 'NotResource' })
      if (policy.place.resources === 'refused' && policy.kind === 'resource')
        for (const element of ['Resource', 'NotResource'])
          for (const place of keysOf(statement, element)) report(place, 'refused', { element })
    }
  },
})
