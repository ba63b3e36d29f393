import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/mfa-denial-skips-access-keys',
  title: 'Deny without MFA needs BoolIfExists',
  severity: 'info',
  on: ['policy'],
  why: 'Requests that are signed with long-lived access keys carry nothing about MFA, so that the Deny does not apply to them.',
  fix: 'Use BoolIfExists, which also holds where the key is missing.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
      fact: 'The key is not in requests with long-lived credentials; BoolIfExists with false denies these too.',
    },
  ],
  notes: ['004:178'],
  messages: {
    skips: '{key} is tested with Bool, which lets access keys pass; use BoolIfExists.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      if (!statement.isDeny) continue
      for (const { operator, key, values, when } of statement.conditions()) {
        if (!/^bool$/i.test(operator.text) || key.text.toLowerCase() !== 'aws:multifactorauthpresent') continue
        if (values.some(({ text }) => text.toLowerCase() === 'false')) report({ node: operator, when }, 'skips', { key: key.text })
      }
    }
  },
})
