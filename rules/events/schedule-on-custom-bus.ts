import { arnsAt, both, canHold, defineRule, isPartial, isPlaceholder } from '#rule'

export default defineRule({
  id: 'events/schedule-on-custom-bus',
  title: 'Scheduled rules exist on the default bus only',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the rule.',
  fix: 'Leave EventBusName out, or use AWS::Scheduler::Schedule.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
      fact: 'A rule with a schedule works on the default event bus only.',
    },
  ],
  notes: ['001:440', '001:441', '001:1009', '001:1124', '002:1905'],
  messages: {
    custom: '"{bus}" is not the default bus, on which alone rules can have a schedule; remove EventBusName.',
  },
  check(rule, { report }) {
    for (const set of rule.present('ScheduleExpression')) {
      for (const bus of arnsAt(rule.template, rule, 'EventBusName')) {
        const when = both(set.when, bus.when)
        const isOwn = bus.type === 'AWS::Events::EventBus'
        const isOther = !isPartial(bus.text) && !bus.resource && !/(^|:event-bus\/)default$/.test(bus.text) && !isPlaceholder(bus.text)
        if ((isOwn || isOther) && canHold(when)) report({ node: bus.node, when }, 'custom', { bus: bus.resource?.id ?? bus.text })
      }
    }
  },
})
