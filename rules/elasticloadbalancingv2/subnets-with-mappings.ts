import { defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/subnets-with-mappings',
  title: 'A load balancer names its subnets once',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  why: 'The load balancer service rejects the load balancer.',
  fix: 'Keep SubnetMappings where addresses are chosen, else Subnets.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html',
      fact: 'Subnets are given as a list or as mappings, not both.',
    },
  ],
  cfnLint: ['E3018'],
  check: exclusive('Subnets', 'SubnetMappings'),
})
