import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'cloudformation/stackset-without-instances',
  title: 'Stack set deploys nothing because it has no instance group',
  severity: 'info',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'The stack set is made, but no stack of it anywhere until somebody adds instances by other means.',
  fix: 'Add StackInstancesGroup with accounts and Regions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'StackInstancesGroup says where stacks of the set are created.',
    },
  ],
  notes: ['001:51', '001:54'],
  messages: { nothing: 'The stack set has no StackInstancesGroup and so deploys nothing; add accounts and Regions.' },
  check(set, { report }) {
    for (const model of set.known('PermissionModel', string)) {
      if (model.value !== 'SELF_MANAGED') continue
      for (const absent of set.absent('StackInstancesGroup')) {
        const when = both(model.when, absent.when)
        if (canHold(when)) report({ node: set.key, when }, 'nothing')
      }
      for (const { node, most } of set.counts('StackInstancesGroup'))
        if (most.count === 0) report({ node, when: both(model.when, most.when) }, 'nothing')
    }
  },
})
