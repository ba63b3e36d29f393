import { all, count, defineRule, each, matches } from '#rule'

export default defineRule({
  id: 'codedeploy/too-many-alarms',
  title: 'At most 10 alarms per deployment group, given by name',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group, or finds no alarm of that name.',
  fix: 'Name at most 10 alarms by their names; Ref of an alarm gives it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
      fact: 'AlarmsLimitExceededException: more than 10 alarms.',
    },
    { url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Alarm.html', fact: 'An alarm is given by its name.' },
  ],
  notes: ['000:381', '002:1201', '002:1716', '002:2380', '002:2381'],
  check: all(
    count('AlarmConfiguration.Alarms', { max: 10, noun: 'alarms' }),
    each('AlarmConfiguration.Alarms', matches('Name', /^(?!arn:)/, 'be the name of the alarm, not its ARN')),
  ),
})
