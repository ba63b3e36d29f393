import { defineRule } from '#rule'
import { keysOf } from './_statements.ts'

export default defineRule({
  id: 'iam/resource-in-trust-policy',
  title: 'A trust policy takes no Resource',
  severity: 'error',
  on: ['policy'],
  why: 'IAM rejects the trust policy as malformed: the role that holds it is the resource.',
  fix: 'Remove the element.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      fact: 'A trust policy has no Resource; the role is the resource.',
    },
  ],
  notes: ['001:950', '001:958', '001:962', '002:628', '002:638', '002:639'],
  cfnLint: ['E3530'],
  messages: {
    unexpected: '{element} stands in a trust policy, which takes none; remove it.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements)
      for (const element of ['Resource', 'NotResource'])
        for (const place of keysOf(statement, element)) report(place, 'unexpected', { element })
  },
})
