import { defineRule } from '#rule'
import { lacks } from './_statements.ts'

export default defineRule({
  id: 'iam/principal-missing-in-resource-policy',
  title: 'A resource policy needs a Principal',
  severity: 'error',
  on: ['policy'],
  why: 'The policy is rejected as malformed: nothing says who is meant, and the resource that holds it is not created.',
  fix: 'Name who is meant under Principal.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      fact: 'Principal is required in resource-based policies and in the trust policy of a role.',
    },
  ],
  notes: [
    '001:950',
    '001:955',
    '001:958',
    '001:962',
    '002:626',
    '002:628',
    '002:634',
    '002:638',
    '002:639',
    '002:1007',
    '002:1008',
    '002:2184',
  ],
  cfnLint: ['E3512', 'E3513', 'E3530'],
  messages: {
    missing: 'The statement has no Principal; name who is meant.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'resource' && policy.kind !== 'trust') return
    for (const statement of policy.statements) for (const place of lacks(statement, 'Principal', 'NotPrincipal')) report(place, 'missing')
  },
})
