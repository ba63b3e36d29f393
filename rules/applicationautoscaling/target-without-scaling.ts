import { defineRule, isSame, nodesAt, type Resource, spellingsOf, targetsOf } from '#rule'

const KEYS = ['ResourceId', 'ScalableDimension', 'ServiceNamespace'] as const

export default defineRule({
  id: 'applicationautoscaling/target-without-scaling',
  title: 'A scalable target needs a scaling policy or a scheduled action',
  severity: 'warning',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'A registered target alone scales nothing: the capacity stays as it is.',
  fix: 'Add a scaling policy whose ScalingTargetId is this target, or ScheduledActions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html',
      fact: 'After a target is registered, scaling policies or scheduled actions scale it.',
    },
  ],
  notes: ['000:527', '001:717', '001:721', '001:723', '003:384'],
  messages: { alone: 'No scaling policy names {target} and it has no ScheduledActions, so nothing scales; add one of them.' },
  check(target, { report }) {
    const { template } = target
    if (template.isOpen('Resources') || target.isOpen) return
    // Whoever else names the target may scale it.
    if (template.references.of(target.id).length > 0) return
    if (template.resourcesOf('AWS::ApplicationAutoScaling::ScalingPolicy').some((policy) => mayScale(policy, target))) return
    for (const { when } of target.absent('ScheduledActions')) report({ node: target.key, when }, 'alone', { target: target.id })
  },
})

function mayScale(policy: Resource, target: Resource): boolean {
  if (policy.isOpen || targetsOf(policy.template, policy, 'ScalingTargetId').some(({ resource }) => !resource)) return true
  if (policy.present('ScalingTargetId').length > 0) return false
  return KEYS.every((key) => {
    const [own, other] = [policy, target].map((of) => nodesAt(of, key).flatMap(({ node, when }) => spellingsOf(of.template, node, when)))
    return own?.length === 0 || own?.some((one) => other?.some(({ text }) => isSame(policy.template, one.text, text) !== false))
  })
}
