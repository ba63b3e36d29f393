import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'codedeploy/rollback-disabled',
  title: 'Failed deployments are not rolled back',
  severity: 'info',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'A failed deployment leaves the group half-way until somebody deploys again.',
  fix: 'Set AutoRollbackConfiguration to Enabled with DEPLOYMENT_FAILURE among its Events.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html',
      fact: 'Automatic rollbacks deploy the last good revision when a deployment fails; the group has to ask for them.',
    },
  ],
  notes: ['000:379', '000:381', '001:763', '001:1119', '001:1120', '002:1201', '002:1716', '002:2380', '002:2381', '004:144', '004:146'],
  messages: {
    off: 'A failed deployment is not rolled back; enable AutoRollbackConfiguration with the event DEPLOYMENT_FAILURE.',
  },
  check(group, { report }) {
    for (const enabled of group.possible('AutoRollbackConfiguration.Enabled', boolean))
      if (enabled.state === 'absent' || (enabled.state === 'known' && !enabled.value)) report(enabled, 'off')
  },
})
