import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/unknown-condition-field',
  title: 'A rule condition has an unknown field',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
  why: 'The load balancer service rejects the rule.',
  fix: 'Use one of the six fields.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listenerrule-rulecondition.html',
      fact: 'A condition looks at the host, path, a header, the method, the query string or the source address.',
    },
  ],
  notes: [
    '001:356',
    '001:357',
    '001:358',
    '001:359',
    '001:360',
    '001:361',
    '001:362',
    '001:363',
    '001:364',
    '001:365',
    '001:366',
    '002:101',
    '003:83',
    '003:87',
  ],
  check: oneOf('Conditions.*.Field', ['host-header', 'path-pattern', 'http-header', 'http-request-method', 'query-string', 'source-ip']),
})
