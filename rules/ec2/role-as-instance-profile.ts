import { defineRule, LAUNCHING, leadsAt, string } from '#rule'

import { PROFILES } from './_profiles.ts'

export default defineRule({
  id: 'ec2/role-as-instance-profile',
  title: 'An instance takes an instance profile, not a role',
  severity: 'error',
  on: [...LAUNCHING],
  why: 'The launch fails: there is no instance profile of that name. Only the console makes one beside a role.',
  fix: 'Add an AWS::IAM::InstanceProfile with the role in Roles, and refer to it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
      fact: 'A role reaches an instance in an instance profile; the console makes that by itself, a template has to name it.',
    },
  ],
  notes: ['000:58', '000:59', '000:60', '000:61', '001:961', '001:976', '001:1019', '002:635', '002:1929'],
  cfnLint: ['E1040', 'E1041'],
  messages: {
    role: '{role} is a role; name an AWS::IAM::InstanceProfile that has it in Roles.',
    arn: '"{value}" is a role; name an instance profile that has it.',
  },
  check(resource, { report }) {
    for (const [type, path] of PROFILES) {
      if (type !== resource.type) continue
      for (const lead of leadsAt(resource.template, resource, path, 'AWS::IAM::Role')) {
        report({ node: lead.node, when: lead.when }, 'role', { role: lead.resource.id })
      }
      for (const fact of resource.known(path, string)) {
        if (/^arn:[^:]*:iam::[^:]*:role\//.test(fact.value)) report(fact, 'arn', { value: fact.value })
      }
    }
  },
})
