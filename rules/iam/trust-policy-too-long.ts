import { defineRule, leastLength } from '#rule'

export default defineRule({
  id: 'iam/trust-policy-too-long',
  title: 'A trust policy has 2,048 characters unless the quota is raised',
  severity: 'warning',
  on: ['policy'],
  why: 'IAM rejects the role in every account whose quota was not raised.',
  fix: 'Shorten the policy with conditions on an organization or on tags, or raise the quota (up to 8,192) in every account.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      fact: 'The length of a role trust policy is 2,048 characters by default and can be raised to 8,192.',
    },
  ],
  messages: {
    long: 'The trust policy has at least {length} characters without white space; the quota is 2048 unless it is raised.',
  },
  check(policy, { report }) {
    const length = policy.kind === 'trust' ? leastLength(policy) : 0
    if (length > 2048) report({ node: policy.node.key ?? policy.node, when: policy.when }, 'long', { length })
  },
})
