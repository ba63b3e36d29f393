import { defineRule } from '#rule'
import { conditionKeys, exactly, granting } from './_statements.ts'

export default defineRule({
  id: 'iam/pass-any-role',
  title: 'iam:PassRole should name the roles that may be passed',
  severity: 'warning',
  on: ['policy'],
  why: 'Whoever may pass any role to a service may use that service to act as any of them, administrators included.',
  fix: 'Name the roles, or add a condition on iam:PassedToService.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      fact: 'PassRole should be granted for the roles that a user has to hand to a service.',
    },
  ],
  notes: ['002:628', '002:641', '002:644'],
  messages: {
    any: '{action} on all roles lets its bearer act as any of them; name the roles that are to be passed.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'identity') return
    for (const statement of policy.statements) {
      const keys = conditionKeys(statement)
      if (!statement.isAllow || !keys || keys.some((key) => key === 'iam:passedtoservice' || key === 'iam:associatedresourcearn')) continue
      if (exactly(statement, 'Resource', '*').length === 0) continue
      for (const { text, place } of granting(statement, 'iam:PassRole')) if (/^iam:/i.test(text)) report(place, 'any', { action: text })
    }
  },
})
