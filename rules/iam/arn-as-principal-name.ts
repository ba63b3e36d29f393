import { defineRule } from '#rule'
import { noNamesAt } from './_names.ts'

const TYPES = { Users: 'AWS::IAM::User', Groups: 'AWS::IAM::Group', Roles: 'AWS::IAM::Role' }

export default defineRule({
  id: 'iam/arn-as-principal-name',
  title: 'Policies are attached to names, not ARNs',
  severity: 'error',
  on: ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  why: 'IAM finds no user, group or role of that name, and the policy is not created.',
  fix: 'Use Ref of the role, user or group: it is the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html#aws-resource-iam-role-return-values',
      fact: 'Ref of a role is its name; the same holds for users and groups.',
    },
  ],
  notes: ['003:211'],
  cfnLint: ['E1040'],
  messages: {
    arn: '{property} holds {value}; it takes the name of a {kind}, which Ref gives.',
    other: '{property} holds {id}, which is no {kind}; it takes the name of a {kind}.',
  },
  check(policy, { report }) {
    for (const [property, type] of Object.entries(TYPES)) {
      const kind = type.slice('AWS::IAM::'.length).toLowerCase()
      for (const { place, value, id } of noNamesAt(policy, `${property}.*`, type))
        if (id) report(place, 'other', { property, id, kind })
        else report(place, 'arn', { property, value: value ?? 'an ARN', kind })
    }
  },
})
