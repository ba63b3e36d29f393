import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/instance-profile-role-count',
  title: 'An instance profile holds exactly one role',
  severity: 'error',
  on: ['AWS::IAM::InstanceProfile'],
  why: 'IAM rejects the instance profile.',
  fix: 'Name one role; two tasks on one instance share it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
      fact: 'An instance profile can hold one role, and this limit cannot be raised.',
    },
  ],
  notes: ['000:59', '000:60', '001:961', '001:976', '001:1019', '002:635', '002:1929'],
  messages: {
    count: 'Roles names {count} roles; an instance profile holds exactly one.',
  },
  check(profile, { report }) {
    for (const { node, most, least } of profile.counts('Roles')) {
      if (most.count > 1) report({ node, when: most.when }, 'count', { count: most.count })
      else if (least.count < 1) report({ node, when: least.when }, 'count', { count: least.count })
    }
  },
})
