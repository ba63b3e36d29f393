import { defineRule, malformedSchedules, type ScheduleDialect, scheduleFault } from '#rule'

const DIALECT: ScheduleDialect = { kinds: ['cron'] }

export default defineRule({
  id: 'backup/malformed-schedule',
  title: 'A backup rule runs on a six-field cron()',
  severity: 'error',
  on: ['AWS::Backup::BackupPlan'],
  why: 'AWS Backup refuses the plan and the stack fails.',
  fix: 'Write cron(0 5 ? * * *): minute, hour, day of month, month, day of week, year, with "?" for one of the days.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
      fact: 'The schedule of a backup rule is a cron expression.',
    },
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
      fact: 'cron() has six fields, of which one of the two for days is "?".',
    },
  ],
  cfnLint: ['E3027'],
  messages: {
    malformed: '{property} is "{text}": {problem}.',
  },
  check(resource, { report }) {
    for (const of of resource.items('BackupPlan').flatMap((plan) => plan.items('BackupPlanRule'))) {
      for (const { place, text, says } of malformedSchedules(resource.template, of, 'ScheduleExpression', (one) =>
        scheduleFault(one, DIALECT),
      ))
        report(place, 'malformed', { property: 'ScheduleExpression', text, problem: says })
    }
  },
})
