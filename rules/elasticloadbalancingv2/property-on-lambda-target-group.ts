import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/property-on-lambda-target-group',
  title: 'A Lambda target group takes no port, protocol or VPC',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'The load balancer service rejects the target group.',
  fix: 'Remove the property: a function is invoked, it has no address.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'A target group with TargetType lambda has no port, no protocol and no VPC.',
    },
  ],
  notes: ['000:393', '000:394', '000:395', '000:396', '001:371', '002:76', '002:1583', '002:1588'],
  cfnLint: ['E3681'],
  check: where(
    'TargetType',
    ['lambda'],
    forbid(
      'A target group of a function takes no {name}; remove it.',
      'Port',
      'Protocol',
      'ProtocolVersion',
      'VpcId',
      'HealthCheckPort',
      'HealthCheckProtocol',
    ),
  ),
})
