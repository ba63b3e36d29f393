import { defineRule, requiresOneOf } from '#rule'

export default defineRule({
  id: 'events/trigger-missing',
  title: 'A rule needs an event pattern or a schedule',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge rejects the rule.',
  fix: 'Give a pattern or a schedule.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html',
      fact: 'A rule has an event pattern, a schedule, or both.',
    },
  ],
  notes: ['001:440', '001:441', '001:1009', '001:1124', '002:1898', '002:1906', '002:1907', '002:1908'],
  cfnLint: ['E3058'],
  check: requiresOneOf('EventPattern', 'ScheduleExpression'),
})
