import { at, boolean, callOf, defineRule, idIn, type Resource, userDataOf } from '#rule'

/** What sends a signal, or runs code that nobody can see here. */
const MAY_SIGNAL =
  /cfn-signal|signal-resource|SignalResource|cfn-init|curl|wget|https?:|s3|git |ansible|puppet|chef|salt|source |include|eval|python|perl|ruby|node |Invoke-|iex|\.sh\b|\.ps1\b|docker|snap |base64|\uE000/i

export default defineRule({
  id: 'template/signal-never-sent',
  title: 'Resource waits for a signal that its user data never sends',
  severity: 'warning',
  on: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup'],
  why: 'CloudFormation waits until the timeout and then rolls back.',
  fix: 'Call cfn-signal at the end of the user data, or remove the CreationPolicy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html',
      fact: 'The status of the resource does not reach CREATE_COMPLETE until the signals have come or the timeout is exceeded.',
    },
  ],
  notes: ['002:1273', '002:2249'],
  messages: { never: '"{id}" waits for a signal, but its user data never sends one; call cfn-signal.' },
  check(resource, { report }) {
    const { id, template } = resource
    const waits = at(resource.attribute('CreationPolicy')?.value, 'ResourceSignal')
    const rolling = at(resource.attribute('UpdatePolicy')?.value, 'AutoScalingRollingUpdate', 'WaitOnResourceSignals')
    const place = waits ?? (rolling && boolean.read(rolling) ? rolling : undefined)
    if (!place || template.isRewritten) return
    const launcher = resource.type === 'AWS::EC2::Instance' ? resource : launcherOf(resource)
    // A template that the instance is launched from may bring user data of its own.
    if (!launcher || (launcher === resource && resource.facts('LaunchTemplate').some(({ state }) => state !== 'absent'))) return
    const scripts = userDataOf(launcher)
    const [only, ...others] = scripts
    if (!only || others.length || only.when.formula !== launcher.when.formula || MAY_SIGNAL.test(only.text.text)) return
    report(place, 'never', { id })
  },
})

/** The launch template or configuration of the same template that a group is launched from. */
function launcherOf(group: Resource): Resource | undefined {
  const { template, node } = group
  for (const path of [['LaunchTemplate', 'LaunchTemplateId'], ['LaunchConfigurationName']]) {
    const value = at(node, ...path)
    const id = value && callOf(value) ? idIn(value) : undefined
    if (id) return template.resources.get(id)
  }
  return undefined
}
