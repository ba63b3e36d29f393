import { defineRule, range } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/rule-priority-out-of-range',
  title: 'Rule priorities run from 1 to 50000',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
  why: 'The load balancer service rejects the rule.',
  fix: 'Choose a priority from 1 to 50000.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html',
      fact: 'Priorities of rules run from 1 to 50000.',
    },
  ],
  notes: ['002:98', '002:99', '002:100'],
  check: range('Priority', { min: 1, max: 50000 }),
})
