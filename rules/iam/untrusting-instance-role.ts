import { defineRule, rolesAt } from '#rule'

export default defineRule({
  id: 'iam/untrusting-instance-role',
  title: 'Role of an instance profile does not trust EC2',
  severity: 'warning',
  on: ['AWS::IAM::InstanceProfile'],
  why: 'The profile is created, but instances that have it get no credentials.',
  fix: 'Allow sts:AssumeRole to ec2.amazonaws.com in AssumeRolePolicyDocument of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html',
      fact: 'The trust policy of a role for instances must let the EC2 service assume it.',
    },
  ],
  messages: { untrusted: '{role} does not let ec2.amazonaws.com take it, so instances get no credentials; allow it sts:AssumeRole.' },
  check(profile, { report }) {
    for (const { role, node, when } of rolesAt(profile, 'Roles.*')) {
      if (role.mayBeTakenBy('ec2.amazonaws.com')) continue
      const related = role.trust.slice(0, 1).map((policy) => ({ node: policy.node, message: 'its trust policy' }))
      report({ node, when, related }, 'untrusted', { role: role.resource.id })
    }
  },
})
