import { defineRule, malformedSchedules, unixCronFault } from '#rule'

export default defineRule({
  id: 'autoscaling/malformed-recurrence',
  title: 'A recurrence has the five fields of Unix cron',
  severity: 'error',
  on: ['AWS::AutoScaling::ScheduledAction'],
  why: 'Auto Scaling refuses the scheduled action and the stack fails.',
  fix: 'Write five fields without brackets: minute, hour, day of month, month, day of week.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScheduledUpdateGroupAction.html',
      fact: 'The recurrence is in the Unix cron format: five fields separated by blanks.',
    },
  ],
  cfnLint: ['E3027'],
  messages: {
    malformed: '{property} is "{text}": {problem}.',
  },
  check(resource, { report }) {
    for (const of of [resource]) {
      for (const { place, text, says } of malformedSchedules(resource.template, of, 'Recurrence', unixCronFault))
        report(place, 'malformed', { property: 'Recurrence', text, problem: says })
    }
  },
})
