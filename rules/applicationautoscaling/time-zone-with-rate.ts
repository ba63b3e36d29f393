import { atKey, both, canHold, defineRule, present, string } from '#rule'
import { ACTION_PAGE } from './_page.ts'

export default defineRule({
  id: 'applicationautoscaling/time-zone-with-rate',
  title: 'Timezone applies to at and cron schedules only',
  severity: 'warning',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'A rate counts from the start of the action; the time zone moves nothing.',
  fix: 'Remove Timezone, or write the schedule as cron().',
  sources: [{ url: ACTION_PAGE, fact: 'The time zone is that of the times in at and cron expressions.' }],
  notes: ['001:717', '001:721', '001:722'],
  messages: { rate: 'Timezone has no effect on the schedule {schedule}; remove it or use cron().' },
  check(target, { report }) {
    for (const action of target.items('ScheduledActions')) {
      for (const { value, when } of action.known('Schedule', string)) {
        for (const zone of /^rate\(/.test(value) ? present(action, 'Timezone') : []) {
          const joint = both(when, zone.when)
          if (canHold(joint)) report(atKey(zone, joint), 'rate', { schedule: value })
        }
      }
    }
  },
})
