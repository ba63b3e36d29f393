import { defineRule } from '#rule'
import { exactly } from './_statements.ts'

export default defineRule({
  id: 'iam/assume-role-on-any-role',
  title: 'sts:AssumeRole should name the roles it may assume',
  severity: 'warning',
  on: ['policy'],
  why: 'Its bearer may take every role that trusts the account, in this and in other accounts.',
  fix: 'Name the roles under Resource.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
      fact: 'The policy that lets a user switch roles names the ARNs of the roles.',
    },
  ],
  notes: ['001:977', '001:980', '001:981', '001:983', '001:984'],
  messages: {
    any: '{action} on all resources lets its bearer take every role that trusts the account; name the roles.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'identity') return
    for (const statement of policy.statements) {
      if (!statement.isAllow || !statement.isUnconditional) continue
      const [action] = exactly(statement, 'Action', 'sts:assumerole', 'sts:*')
      if (!action) continue
      for (const { place } of exactly(statement, 'Resource', '*')) report(place, 'any', { action: action.text })
    }
  },
})
