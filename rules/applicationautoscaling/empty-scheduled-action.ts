import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'applicationautoscaling/empty-scheduled-action',
  title: 'A scheduled action must set a minimum or maximum capacity',
  severity: 'error',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'Application Auto Scaling rejects an action that changes nothing.',
  fix: 'Set MinCapacity, MaxCapacity or both in ScalableTargetAction.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTargetAction.html',
      fact: 'A scheduled action sets the minimum capacity, the maximum capacity or both.',
    },
  ],
  notes: ['001:717', '001:721', '001:722'],
  messages: { empty: 'This action sets neither MinCapacity nor MaxCapacity; set one of them in ScalableTargetAction.' },
  check(target, { report }) {
    for (const action of target.items('ScheduledActions')) {
      for (const least of action.absent('ScalableTargetAction.MinCapacity')) {
        for (const most of action.absent('ScalableTargetAction.MaxCapacity')) {
          const when = both(least.when, most.when)
          if (canHold(when)) report({ node: least.node, when }, 'empty')
        }
      }
    }
  },
})
