import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/malformed-statement-id',
  title: 'Statement ids of IAM policies are letters and digits',
  severity: 'error',
  on: ['policy'],
  why: 'IAM rejects the policy as malformed, and the resource that holds it is not created.',
  fix: 'Use letters and digits only in Sid.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      fact: 'In IAM policies Sid takes upper and lower case letters and digits.',
    },
  ],
  notes: ['002:465', '002:628', '002:641', '002:1599'],
  messages: {
    malformed: 'Sid is "{value}"; it must be letters and digits only.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'identity' && policy.kind !== 'trust') return
    for (const statement of policy.statements) {
      for (const { text, place } of statement.suspects('Sid', (text) => /[^A-Za-z0-9\uE000\uE001]/.test(text)))
        report(place, 'malformed', { value: text })
    }
  },
})
