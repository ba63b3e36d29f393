import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'cloudformation/stackset-auto-deployment-missing',
  title: 'Service-managed stack set needs AutoDeployment',
  severity: 'error',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'CloudFormation refuses to create the stack set.',
  fix: 'Add AutoDeployment with Enabled, and RetainStacksOnAccountRemoval where it is enabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'AutoDeployment is required when PermissionModel is SERVICE_MANAGED.',
    },
  ],
  notes: ['001:51', '001:52', '001:53', '001:54', '004:41'],
  messages: { missing: 'PermissionModel SERVICE_MANAGED needs AutoDeployment; add it.' },
  check(set, { report }) {
    for (const model of set.known('PermissionModel', string)) {
      for (const absent of model.value === 'SERVICE_MANAGED' ? set.absent('AutoDeployment') : []) {
        const when = both(model.when, absent.when)
        if (canHold(when)) report({ node: model.node, when }, 'missing')
      }
    }
  },
})
