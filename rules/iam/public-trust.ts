import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/public-trust',
  title: 'A role must not trust everyone',
  severity: 'warning',
  on: ['policy'],
  why: 'Every AWS account may take the role and do what it may do.',
  fix: 'Name the accounts, roles or services that are to take the role, or add a condition.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
      fact: '* means everybody; with Allow and without a condition it makes the role public.',
    },
  ],
  notes: ['001:579', '001:961', '001:962', '002:626', '002:634', '002:1007', '002:1008', '002:2184', '003:213'],
  messages: {
    open: 'Everybody may take the role; name who is meant.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements) {
      if (!statement.isAllow || !statement.isUnconditional) continue
      for (const { place } of statement.everybody()) report(place, 'open')
    }
  },
})
