import { closest, defineRule } from '#rule'

export default defineRule({
  id: 'iam/statement-missing',
  title: 'A policy needs a Statement',
  severity: 'error',
  on: ['policy'],
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Write the statements of the policy under Statement.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
      fact: 'Statement is required; it is one statement or a list of them.',
    },
  ],
  cfnLint: ['E3510', 'E3512', 'E3513', 'E3530'],
  messages: {
    missing: 'The policy has no Statement; write what it allows or denies.',
  },
  check(policy, { report }) {
    if (policy.entries.some(({ key }) => closest(key.text, ['Statement']))) return
    for (const absent of policy.absent('Statement')) report(absent, 'missing')
  },
})
