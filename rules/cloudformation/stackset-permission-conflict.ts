import { both, canHold, defineRule, type Fact, type Known, string, table } from '#rule'

/** What each permission model does not take; the last part is the name in the message. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = table({
  SELF_MANAGED: ['AutoDeployment', 'StackInstancesGroup.*.DeploymentTargets.OrganizationalUnitIds'],
  SERVICE_MANAGED: ['AdministrationRoleARN', 'ExecutionRoleName'],
})

export default defineRule({
  id: 'cloudformation/stackset-permission-conflict',
  title: 'Stack set property does not fit its permission model',
  severity: 'error',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'CloudFormation refuses to create the stack set.',
  fix: 'Use roles and accounts with SELF_MANAGED, AutoDeployment and organizational units with SERVICE_MANAGED.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'AdministrationRoleARN and ExecutionRoleName are for self-managed permissions; AutoDeployment, organizational units and CallAs DELEGATED_ADMIN for service-managed ones.',
    },
  ],
  notes: ['001:51', '001:52', '001:53', '001:54', '002:1374', '002:1376', '002:1377', '002:1380', '002:1381', '004:41'],
  messages: {
    conflict: '{property} does not fit PermissionModel {model}; remove one of the two.',
    delegated: 'CallAs DELEGATED_ADMIN needs PermissionModel SERVICE_MANAGED.',
    accounts: 'PermissionModel SERVICE_MANAGED needs OrganizationalUnitIds beside Accounts.',
  },
  check(set, { report }) {
    for (const model of set.known('PermissionModel', string)) {
      const meet = (fact: Fact | Known<unknown>, message: (when: Known<string>['when']) => void): void => {
        const when = both(model.when, fact.when)
        if (fact.state !== 'absent' && canHold(when)) message(when)
      }
      for (const path of FOREIGN[model.value] ?? []) {
        const property = path.split('.').at(-1) as string
        // What is set to something unknown is set.
        for (const fact of set.facts(path)) {
          if (fact.state === 'unknown' && path.includes('*') && fact.node.key?.text !== property) continue
          meet(fact, (when) => report({ node: fact.node, when }, 'conflict', { property, model: model.value }))
        }
      }
      for (const fact of set.known('CallAs', string)) {
        if (model.value === 'SELF_MANAGED' && fact.value === 'DELEGATED_ADMIN')
          meet(fact, (when) => report({ node: fact.node, when }, 'delegated'))
      }
      for (const target of model.value === 'SERVICE_MANAGED'
        ? set.items('StackInstancesGroup').flatMap((group) => group.items('DeploymentTargets'))
        : []) {
        for (const fact of target.facts('Accounts')) {
          for (const absent of target.absent('OrganizationalUnitIds')) {
            meet(fact, (when) => {
              if (canHold(both(when, absent.when))) report({ node: fact.node, when: both(when, absent.when) }, 'accounts')
            })
          }
        }
      }
    }
  },
})
