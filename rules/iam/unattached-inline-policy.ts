import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'iam/unattached-inline-policy',
  title: 'An inline policy must belong to a user, group or role',
  severity: 'error',
  on: ['AWS::IAM::Policy'],
  why: 'The policy exists within an identity only; CloudFormation fails to create it.',
  fix: 'Name a user, group or role, or use AWS::IAM::ManagedPolicy, which stands alone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
      fact: 'At least one of Groups, Roles and Users is needed.',
    },
  ],
  notes: ['003:211'],
  messages: {
    unattached: 'Neither Groups nor Roles nor Users names anything; name what the policy belongs to, or use AWS::IAM::ManagedPolicy.',
  },
  check(policy, { report }) {
    let missing = [policy.when]
    for (const path of ['Groups', 'Roles', 'Users']) {
      const empty = policy.counts(path).flatMap(({ least }) => (least.count === 0 ? [least.when] : []))
      const none = [...policy.absent(path).map(({ when }) => when), ...empty]
      missing = missing.flatMap((when) => none.map((other) => both(when, other))).filter(canHold)
    }
    for (const when of missing) report({ node: policy.node, when }, 'unattached')
  },
})
