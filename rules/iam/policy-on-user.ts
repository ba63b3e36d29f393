import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/policy-on-user',
  title: 'Attach policies to groups or roles, not to users',
  severity: 'info',
  on: ['AWS::IAM::User', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::UserPolicy'],
  why: 'Permissions of single users are hard to oversee, and stay when a task changes hands.',
  fix: 'Attach the policy to a group or a role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2',
      fact: 'Users should get permissions through groups or roles; Security Hub reports policies on users.',
    },
  ],
  notes: ['002:625', '002:627', '002:1593'],
  messages: {
    user: '{property} gives permissions to a user; attach the policy to a group or role.',
  },
  check(resource, { report }) {
    const properties = resource.type === 'AWS::IAM::User' ? ['Policies', 'ManagedPolicyArns'] : ['Users']
    if (resource.type === 'AWS::IAM::UserPolicy') report({ node: resource.key, when: resource.when }, 'user', { property: 'The policy' })
    else
      for (const property of properties)
        for (const { node, most } of resource.counts(property))
          if (most.count > 0) report({ node: node.key ?? node, when: most.when }, 'user', { property })
  },
})
