import { defineRule, matches } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/malformed-health-check-path',
  title: 'A health check path starts with a slash',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'The load balancer service rejects the target group.',
  fix: 'Begin the path with a slash.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'The path of a health check begins with a slash.',
    },
  ],
  notes: ['001:346', '001:348'],
  check: matches('HealthCheckPath', /^\/\S*$/, 'begin with a slash and hold no blanks'),
})
