import { defineRule, distinct } from '#rule'
import { ACTION_PAGE } from './_page.ts'

export default defineRule({
  id: 'applicationautoscaling/duplicate-scheduled-action',
  title: 'Scheduled action names must be unique within a target',
  severity: 'warning',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'The name identifies the action: of two actions with one name the later one replaces the first.',
  fix: 'Give each action a name of its own.',
  sources: [
    {
      url: ACTION_PAGE,
      fact: 'The name of a scheduled action is unique among the actions of a scalable target; putting it again updates it.',
    },
  ],
  notes: ['001:717', '001:721', '001:722'],
  check: distinct('ScheduledActionName "{value}" is there twice; choose another name.', 'ScheduledActions.*.ScheduledActionName'),
})
