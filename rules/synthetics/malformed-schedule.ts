import { defineRule, malformedSchedules, type ScheduleDialect, scheduleFault } from '#rule'

const DIALECT: ScheduleDialect = { kinds: ['rate', 'cron'], units: ['minute', 'hour'], takesZero: true }

export default defineRule({
  id: 'synthetics/malformed-schedule',
  title: 'A canary runs on rate() of minutes or an hour, or on cron()',
  severity: 'error',
  on: ['AWS::Synthetics::Canary'],
  why: 'CloudWatch Synthetics refuses the canary and the stack fails.',
  fix: 'Write rate(5 minutes), rate(0 minute) for a single run, or cron(0 12 * * ? *).',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-synthetics-canary-schedule.html',
      fact: 'The expression is rate(number unit) with minute, minutes or hour, where rate(0 minute) runs once, or a cron expression.',
    },
  ],
  cfnLint: ['E3027'],
  messages: {
    malformed: '{property} is "{text}": {problem}.',
  },
  check(resource, { report }) {
    for (const of of resource.items('Schedule')) {
      for (const { place, text, says } of malformedSchedules(resource.template, of, 'Expression', (one) => scheduleFault(one, DIALECT)))
        report(place, 'malformed', { property: 'Expression', text, problem: says })
    }
  },
})
