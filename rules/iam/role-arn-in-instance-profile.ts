import { defineRule } from '#rule'
import { noNamesAt } from './_names.ts'

export default defineRule({
  id: 'iam/role-arn-in-instance-profile',
  title: "An instance profile names its role, not the role's ARN",
  severity: 'error',
  on: ['AWS::IAM::InstanceProfile'],
  why: 'IAM finds no role of that name, and the instance profile is not created.',
  fix: 'Use Ref of the role: it is the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html',
      fact: 'Roles takes the name of the role.',
    },
  ],
  notes: ['000:59', '000:60', '001:961', '001:976', '001:1019', '002:635', '002:1929'],
  cfnLint: ['E1040'],
  messages: {
    arn: 'Roles holds {value}; it takes the name of the role, which Ref gives.',
    other: 'Roles holds {id}, which is no role; it takes the name of a role.',
  },
  check(profile, { report }) {
    for (const { place, value, id } of noNamesAt(profile, 'Roles.*', 'AWS::IAM::Role'))
      if (id) report(place, 'other', { id })
      else report(place, 'arn', { value: value ?? 'an ARN' })
  },
})
