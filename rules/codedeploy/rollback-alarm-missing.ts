import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'codedeploy/rollback-alarm-missing',
  title: 'Rollback on alarm is set but there is no active alarm',
  severity: 'warning',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'The event never happens, so that a bad release stays.',
  fix: 'Name the alarms in AlarmConfiguration and set its Enabled to true, or remove the event.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html',
      fact: 'A deployment is rolled back on an alarm where the alarms of the group are set up.',
    },
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AlarmConfiguration.html',
      fact: 'enabled says whether the alarms are watched.',
    },
  ],
  notes: ['000:381', '001:763', '001:1119', '001:1120', '002:1201', '002:1716', '002:2380', '002:2381'],
  messages: {
    none: 'The deployment is to stop on an alarm, but AlarmConfiguration has none; add the alarms.',
    off: 'The deployment is to stop on an alarm, but AlarmConfiguration is not enabled; set its Enabled to true.',
  },
  check(group, { report }) {
    for (const event of group.known('AutoRollbackConfiguration.Events.*', string)) {
      if (event.value !== 'DEPLOYMENT_STOP_ON_ALARM') continue
      const at = group.under(event.when)
      for (const enabled of at.known('AutoRollbackConfiguration.Enabled', boolean)) {
        if (!enabled.value) continue
        const under = at.under(enabled.when)
        const without = under.lacking('AlarmConfiguration.Alarms')
        for (const when of without) report({ node: event.node, when }, 'none')
        for (const flag of under.possible('AlarmConfiguration.Enabled', boolean)) {
          const isOff = flag.state === 'absent' || (flag.state === 'known' && !flag.value)
          if (isOff && without.length === 0) report({ node: event.node, when: flag.when }, 'off')
        }
      }
    }
  },
})
