import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/unknown-target-type',
  title: 'TargetType is instance, ip, lambda or alb',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'The load balancer service rejects the target group.',
  fix: 'Use instance, ip, lambda or alb.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'Targets are instances, addresses, a function, or a load balancer.',
    },
  ],
  notes: ['000:393', '000:394', '000:395', '000:396', '001:368', '001:369', '001:370', '001:371'],
  cfnLint: ['E3030'],
  check: oneOf('TargetType', ['instance', 'ip', 'lambda', 'alb']),
})
