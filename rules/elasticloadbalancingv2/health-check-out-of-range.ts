import { all, defineRule, range } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/health-check-out-of-range',
  title: 'Health checks have limits for interval, timeout and thresholds',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'Elastic Load Balancing rejects the target group.',
  fix: 'Keep to the limits, and the timeout at most the interval.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'The interval is 5 to 300 seconds, the timeout 2 to 120, and the thresholds 2 to 10.',
    },
  ],
  notes: ['001:346', '001:348'],
  check: all(
    range('HealthCheckIntervalSeconds', { min: 5, max: 300, unit: 'seconds' }),
    range('HealthCheckTimeoutSeconds', { min: 2, max: 120, unit: 'seconds' }),
    range('HealthyThresholdCount', { min: 2, max: 10 }),
    range('UnhealthyThresholdCount', { min: 2, max: 10 }),
  ),
})
