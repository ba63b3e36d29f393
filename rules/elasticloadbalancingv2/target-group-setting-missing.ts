import { defineRule, need, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/target-group-setting-missing',
  title: 'A target group needs port, protocol and VPC',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'The load balancer service rejects the target group.',
  fix: 'Set Port, Protocol and VpcId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'Only a target group of a function does without port, protocol and VPC.',
    },
  ],
  notes: ['000:393', '000:394', '000:395', '000:396', '001:371'],
  cfnLint: ['E3681'],
  check: where(
    'TargetType',
    ['instance', 'ip', 'alb'],
    need('A target group of this type needs {name}, which is not set.', 'Port', 'Protocol', 'VpcId'),
    { orAbsent: true },
  ),
})
