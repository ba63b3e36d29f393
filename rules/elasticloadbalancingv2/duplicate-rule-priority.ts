import { both, canHold, defineRule, number, targetsOf, together } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/duplicate-rule-priority',
  title: 'The rules of a listener need different priorities',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
  why: 'Elastic Load Balancing rejects the second rule: "Priority is currently in use".',
  fix: 'Give each rule of the listener a priority of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html',
      fact: 'A listener cannot have two rules with the same priority.',
    },
  ],
  notes: ['002:98', '002:99', '002:100'],
  cfnLint: ['E3019'],
  messages: { twice: 'Priority {value} is that of {other} too, which belongs to the same listener; choose another one.' },
  check(rule, { report }) {
    const { template } = rule
    const all = template.resourcesOf('AWS::ElasticLoadBalancingV2::ListenerRule')
    const own = targetsOf(template, rule, 'ListenerArn')
    for (const other of all.slice(0, all.indexOf(rule))) {
      for (const one of targetsOf(template, other, 'ListenerArn')) {
        for (const same of own.filter(({ key }) => key === one.key)) {
          for (const [priority, taken] of together(
            rule.under(same.when).known('Priority', number),
            other.under(one.when).known('Priority', number),
          )) {
            const when = both(priority.when, taken.when)
            if (priority.value !== taken.value || !canHold(when)) continue
            report({ node: priority.node, when, related: [{ node: taken.node, message: 'the other one' }] }, 'twice', {
              value: priority.value,
              other: other.id,
            })
          }
        }
      }
    }
  },
})
