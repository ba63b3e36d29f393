import { closest, defineRule, listOf, number, respell, secondsOf, string } from '#rule'
import { UPDATE_POLICIES } from './_update-policies.ts'

const PROCESSES = [
  'AddToLoadBalancer',
  'AlarmNotification',
  'AZRebalance',
  'HealthCheck',
  'InstanceRefresh',
  'Launch',
  'ReplaceUnhealthy',
  'ScheduledActions',
  'Terminate',
]
const PERCENTS = ['MinActiveInstancesPercent', 'MinSuccessfulInstancesPercent']

export default defineRule({
  id: 'template/malformed-update-policy',
  title: 'UpdatePolicy holds something that its policy does not know',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects the template, or the update of the group fails half-way.',
  fix: 'Correct the name or the value; a duration is written like PT5M.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
      fact: 'Each policy has fixed keys; PauseTime is an ISO 8601 duration of one hour at most, percentages are 0 to 100, and SuspendProcesses takes the names of Auto Scaling processes. A CodeDeploy update needs ApplicationName and DeploymentGroupName.',
    },
  ],
  cfnLint: ['E3016'],
  messages: {
    misspelt: '{policy} has no "{name}"; did you mean "{near}"?',
    unknown: '{policy} has no "{name}"; remove it.',
    pause: 'PauseTime is "{value}"; it must be a duration such as PT5M, of PT1H at most.',
    percent: '{name} is {value}; it must be 0 to 100.',
    process: 'SuspendProcesses names "{value}"; the processes are {processes}.',
    missing: 'CodeDeployLambdaAliasUpdate needs {name}; add it.',
  },
  check(resource, { report }) {
    const update = resource.attributeMap('UpdatePolicy')
    if (!update || resource.template.isRewritten) return
    for (const [policy, { keys }] of Object.entries(UPDATE_POLICIES)) {
      for (const part of keys ? update.items(policy) : []) {
        for (const { key } of part.entries) {
          if (keys?.includes(key.text) || part.isOpen) continue
          const near = closest(key.text, keys ?? [])
          if (near) report(key, 'misspelt', { policy, name: key.text, near }, respell(key, keys ?? []))
          else report(key, 'unknown', { policy, name: key.text })
        }
      }
    }
    for (const fact of update.known('AutoScalingRollingUpdate.PauseTime', string)) {
      const seconds = secondsOf(fact.value)
      if (seconds === undefined || seconds > 3600) report(fact, 'pause', { value: fact.value })
    }
    for (const name of PERCENTS) {
      for (const fact of update.known(`AutoScalingRollingUpdate.${name}`, number)) {
        if (fact.value < 0 || fact.value > 100) report(fact, 'percent', { name, value: fact.value })
      }
    }
    for (const fact of update.known('AutoScalingRollingUpdate.SuspendProcesses.*', string)) {
      if (!PROCESSES.includes(fact.value)) report(fact, 'process', { value: fact.value, processes: listOf(PROCESSES, 'and') })
    }
    for (const part of update.items('CodeDeployLambdaAliasUpdate')) {
      for (const name of ['ApplicationName', 'DeploymentGroupName'])
        for (const absent of part.absent(name)) report(absent, 'missing', { name })
    }
  },
})
