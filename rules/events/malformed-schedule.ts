import { defineRule, eventsOf, malformedSchedules, type Properties, type ScheduleDialect, scheduleFault } from '#rule'

const RULE: ScheduleDialect = { kinds: ['rate', 'cron'], isExact: true }
const SCHEDULER: ScheduleDialect = { kinds: ['rate', 'cron', 'at'] }

export default defineRule({
  id: 'events/malformed-schedule',
  title: 'Schedules are rate(), six-field cron() or at()',
  severity: 'error',
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'The service refuses the expression and the stack fails.',
  fix: 'Write rate(5 minutes), cron(0 12 * * ? *) or, for EventBridge Scheduler, at(2027-01-31T08:00:00).',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
      fact: 'A rule takes rate() with a unit in the singular for 1 only, or cron() with six fields of which one of the two for days is "?".',
    },
    {
      url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
      fact: 'EventBridge Scheduler takes rate(), cron() and at().',
    },
  ],
  notes: ['001:439', '001:440', '001:441', '001:1008', '001:1009', '001:1010', '002:1898', '002:1906', '002:1907', '002:1908'],
  cfnLint: ['E3027'],
  messages: {
    malformed: '{property} is "{text}": {problem}.',
  },
  check(resource, { report }) {
    const { template } = resource
    const look = (of: Properties, property: string, dialect: ScheduleDialect): void => {
      for (const { place, text, says } of malformedSchedules(template, of, property, (one) => scheduleFault(one, dialect)))
        report(place, 'malformed', { property, text, problem: says })
    }
    if (resource.type === 'AWS::Events::Rule') look(resource, 'ScheduleExpression', RULE)
    else if (resource.type === 'AWS::Scheduler::Schedule') look(resource, 'ScheduleExpression', SCHEDULER)
    else {
      for (const { properties } of eventsOf(resource, 'Schedule')) look(properties, 'Schedule', RULE)
      for (const { properties } of eventsOf(resource, 'ScheduleV2')) look(properties, 'ScheduleExpression', SCHEDULER)
    }
  },
})
