import { defineRule, malformedSchedules, type ScheduleDialect, scheduleFault } from '#rule'

const DIALECT: ScheduleDialect = { kinds: ['rate', 'cron', 'at'] }

export default defineRule({
  id: 'applicationautoscaling/malformed-schedule',
  title: 'Scheduled scaling takes at(), rate() or six-field cron()',
  severity: 'error',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'Application Auto Scaling refuses the scheduled action and the stack fails.',
  fix: 'Write at(yyyy-mm-ddThh:mm:ss), rate(5 minutes) or cron(0 12 * * ? *).',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScheduledAction.html',
      fact: 'A schedule is at(yyyy-mm-ddThh:mm:ss), rate(value unit) or cron(fields) with six fields.',
    },
  ],
  notes: ['001:717', '001:721', '001:722'],
  cfnLint: ['E3027'],
  messages: {
    malformed: '{property} is "{text}": {problem}.',
  },
  check(resource, { report }) {
    for (const of of resource.items('ScheduledActions')) {
      for (const { place, text, says } of malformedSchedules(resource.template, of, 'Schedule', (one) => scheduleFault(one, DIALECT)))
        report(place, 'malformed', { property: 'Schedule', text, problem: says })
    }
  },
})
