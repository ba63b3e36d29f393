import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'codedeploy/rollback-events-missing',
  title: 'Automatic rollback needs at least one event',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group.',
  fix: 'Name the events, DEPLOYMENT_FAILURE for one, or set Enabled to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
      fact: 'InvalidAutoRollbackConfigException: rollback is enabled, but no event is listed.',
    },
  ],
  notes: ['000:379', '000:381', '001:763', '001:1119', '001:1120', '002:1201', '002:1716', '002:2380', '002:2381', '004:144', '004:146'],
  messages: {
    none: 'Automatic rollback is enabled without any event; add Events, such as DEPLOYMENT_FAILURE.',
  },
  check(group, { report }) {
    for (const enabled of group.known('AutoRollbackConfiguration.Enabled', boolean)) {
      if (!enabled.value) continue
      for (const when of group.under(enabled.when).lacking('AutoRollbackConfiguration.Events')) report({ node: enabled.node, when }, 'none')
    }
  },
})
