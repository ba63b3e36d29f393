import { defineRule, insertText, quote, string } from '#rule'

export default defineRule({
  id: 'iam/legacy-policy-version',
  title: 'Policies should state Version 2012-10-17',
  severity: 'info',
  on: ['policy'],
  fixes: 'unsafe',
  why: 'Without it the policy is read in the language of 2008: policy variables such as ${aws:username} are plain text there.',
  fix: 'Write Version 2012-10-17 at the top of the policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
      fact: 'Where Version is left out, 2008-10-17 counts, which knows no policy variables.',
    },
  ],
  notes: ['001:957', '001:965', '001:979', '002:465', '002:628', '002:641', '002:1599'],
  cfnLint: ['W2511'],
  messages: {
    missing: 'The policy states no Version; write Version 2012-10-17.',
    old: 'Version is "2008-10-17"; write 2012-10-17.',
  },
  check(policy, { report }) {
    for (const absent of policy.absent('Version'))
      report(absent, 'missing', {}, absent.node === policy.node ? insertText(policy.node, 'Version', '2012-10-17') : undefined)
    for (const version of policy.known('Version', string))
      if (version.value === '2008-10-17') report(version, 'old', {}, version.via ? undefined : quote(version.node, '2012-10-17'))
  },
})
