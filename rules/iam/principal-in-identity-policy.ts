import { defineRule } from '#rule'
import { keysOf } from './_statements.ts'

export default defineRule({
  id: 'iam/principal-in-identity-policy',
  title: 'Identity policies take no Principal',
  severity: 'error',
  on: ['policy'],
  why: 'IAM rejects the policy as malformed: the user, group or role that it is attached to is the principal.',
  fix: 'Remove the element; who may take a role stands in AssumeRolePolicyDocument.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      fact: 'Principal stands in resource-based policies and trust policies, and cannot stand in an identity-based policy.',
    },
  ],
  notes: ['001:958', '002:628', '002:638', '002:639'],
  cfnLint: ['E3510'],
  messages: {
    unexpected: '{element} stands in a policy of an identity, which takes none; remove it.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'identity') return
    for (const statement of policy.statements)
      for (const element of ['Principal', 'NotPrincipal'])
        for (const place of keysOf(statement, element)) report(place, 'unexpected', { element })
  },
})
