import { defineRule, each, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/unsupported-static-address',
  title: 'Static addresses need a network load balancer',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  why: 'The load balancer service rejects the load balancer.',
  fix: 'Use a network load balancer, or remove the address.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-loadbalancer-subnetmapping.html',
      fact: 'Only a network load balancer has addresses that are chosen.',
    },
  ],
  notes: ['002:164'],
  check: where(
    'Type',
    ['application'],
    each(
      'SubnetMappings',
      forbid('{name} needs a network load balancer; remove it, or use Type network.', 'AllocationId', 'PrivateIPv4Address', 'IPv6Address'),
    ),
    { orAbsent: true },
  ),
})
