import { both, defineRule, number, together } from '#rule'

export default defineRule({
  id: 'applicationautoscaling/min-above-max',
  title: 'MinCapacity must not be above MaxCapacity',
  severity: 'error',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'Application Auto Scaling rejects the target.',
  fix: 'Choose MinCapacity ≤ MaxCapacity.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html',
      fact: 'The least capacity is at most the greatest.',
    },
  ],
  notes: ['001:716', '001:717', '001:721', '001:722', '001:724', '001:727', '001:730', '002:109', '002:124', '002:1434'],
  messages: { order: 'MinCapacity is {least}, which is more than MaxCapacity, {most}.' },
  check(target, { report }) {
    const actions = target.items('ScheduledActions').flatMap((action) => action.items('ScalableTargetAction'))
    for (const holder of [target, ...actions]) {
      for (const [least, most] of together(holder.known('MinCapacity', number), holder.known('MaxCapacity', number))) {
        if (least.value > most.value)
          report({ node: least.node, when: both(least.when, most.when) }, 'order', { least: least.value, most: most.value })
      }
    }
  },
})
