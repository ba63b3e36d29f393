import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'codedeploy/alarm-without-rollback',
  title: 'Alarms stop the deployment but do not roll it back',
  severity: 'info',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'The deployment stops half-way, with two versions in use.',
  fix: 'Add DEPLOYMENT_STOP_ON_ALARM to the events.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html',
      fact: 'A group rolls back when a deployment fails, when an alarm stops it, or both, as it is told.',
    },
  ],
  notes: ['002:1201', '002:1716', '002:2380', '002:2381'],
  messages: {
    stops: 'An alarm stops the deployment but does not roll it back; add DEPLOYMENT_STOP_ON_ALARM.',
  },
  check(group, { report }) {
    const names = group.possible('AutoRollbackConfiguration.Events.*', string)
    if (names.some((event) => event.state !== 'known' || event.value === 'DEPLOYMENT_STOP_ON_ALARM')) return
    for (const { node, least } of group.counts('AutoRollbackConfiguration.Events')) {
      if (least.count === 0) continue
      for (const rollback of group.under(least.when).known('AutoRollbackConfiguration.Enabled', boolean))
        for (const alarms of group.under(rollback.when).known('AlarmConfiguration.Enabled', boolean))
          if (rollback.value && alarms.value) report({ node, when: alarms.when }, 'stops')
    }
  },
})
