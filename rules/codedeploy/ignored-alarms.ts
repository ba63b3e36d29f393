import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'codedeploy/ignored-alarms',
  title: 'Alarms are listed but switched off',
  severity: 'warning',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy does not watch the alarms: a bad deployment goes on.',
  fix: 'Set AlarmConfiguration.Enabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AlarmConfiguration.html',
      fact: 'enabled says whether the alarms are watched.',
    },
  ],
  notes: ['002:1201', '002:1716', '002:2380', '002:2381'],
  messages: {
    off: 'AlarmConfiguration has alarms but is not enabled; set its Enabled to true.',
  },
  check(group, { report }) {
    // A rollback on these alarms says it already.
    if (group.known('AutoRollbackConfiguration.Events.*', string).some(({ value }) => value === 'DEPLOYMENT_STOP_ON_ALARM')) return
    for (const { node, least } of group.counts('AlarmConfiguration.Alarms')) {
      if (least.count === 0) continue
      for (const flag of group.under(least.when).possible('AlarmConfiguration.Enabled', boolean)) {
        if (flag.state === 'known' && !flag.value) report(flag, 'off')
        else if (flag.state === 'absent') report({ node, span: node.key?.span ?? node.span, when: flag.when }, 'off')
      }
    }
  },
})
