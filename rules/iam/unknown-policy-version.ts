import { defineRule, quote, string } from '#rule'

export default defineRule({
  id: 'iam/unknown-policy-version',
  title: 'There are two policy versions',
  severity: 'error',
  on: ['policy'],
  fixes: 'safe',
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Write Version 2012-10-17; it is the version of the policy language, not a date of yours.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
      fact: 'Version is 2012-10-17 or, for old policies, 2008-10-17.',
    },
  ],
  notes: ['001:957', '001:965', '001:979'],
  cfnLint: ['E3510', 'E3512', 'E3513', 'W2511'],
  messages: {
    unknown: 'Version is "{value}"; it must be 2012-10-17.',
  },
  check(policy, { report }) {
    for (const version of policy.known('Version', string)) {
      if (!['2012-10-17', '2008-10-17'].includes(version.value))
        report(version, 'unknown', { value: version.value }, version.via ? undefined : quote(version.node, '2012-10-17'))
    }
  },
})
