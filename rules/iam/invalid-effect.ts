import { defineRule, string } from '#rule'

export default defineRule({
  id: 'iam/invalid-effect',
  title: 'Effect must be exactly Allow or Deny',
  severity: 'error',
  on: ['policy'],
  why: 'IAM rejects the policy as malformed, and the resource that holds it is not created.',
  fix: 'Give every statement an Effect of Allow or Deny, written like this.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
      fact: 'Every statement needs Effect; its values are Allow and Deny, and case counts.',
    },
  ],
  cfnLint: ['E3510', 'E3512', 'E3513'],
  messages: {
    missing: 'The statement has no Effect; say Allow or Deny.',
    invalid: 'Effect is "{value}"; it must be Allow or Deny.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const absent of statement.absent('Effect')) report(absent, 'missing')
      for (const effect of statement.known('Effect', string)) {
        if (effect.value !== 'Allow' && effect.value !== 'Deny') report(effect, 'invalid', { value: effect.value })
      }
    }
  },
})
