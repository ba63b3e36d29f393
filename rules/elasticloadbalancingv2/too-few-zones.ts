import { balancerKinds, callOf, defineRule, type NamedTarget, type Template, targetsOf } from '#rule'

/** Whether each is certainly one subnet and no list of them. */
const isOne = (template: Template, subnets: readonly NamedTarget[]): boolean =>
  subnets.every(
    ({ resource, node }) =>
      resource?.type === 'AWS::EC2::Subnet' || (node.kind === 'scalar' && !callOf(node) && !template.parameters.has(node.text)),
  )

/** Equal for subnets of the template that are certainly in the same zone. */
const zoneOf = ({ resource }: NamedTarget): string | undefined => {
  const [zone, ...others] = resource?.type === 'AWS::EC2::Subnet' ? targetsOf(resource.template, resource, 'AvailabilityZone') : []
  return others.length === 0 ? zone?.key : undefined
}

export default defineRule({
  id: 'elasticloadbalancingv2/too-few-zones',
  title: 'An application load balancer needs subnets in two zones',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  why: 'Elastic Load Balancing rejects the load balancer: "At least two subnets in two different Availability Zones must be specified".',
  fix: 'Name subnets of at least two Availability Zones.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html',
      fact: 'An application load balancer needs subnets from at least two Availability Zones; Outposts and Local Zones are exceptions.',
    },
  ],
  notes: ['001:340', '002:48', '002:741', '003:468'],
  cfnLint: ['E3680'],
  messages: {
    few: 'The application load balancer has {count} subnet; it needs two at least, in two Availability Zones.',
    zone: 'All {count} subnets of the application load balancer are in one Availability Zone; it needs two.',
  },
  check(balancer, { report }) {
    const { template } = balancer
    for (const kind of balancerKinds(balancer)) {
      if (kind.value !== 'application') continue
      const here = balancer.under(kind.when)
      for (const [path, inner] of [
        ['Subnets', 'Subnets.*'],
        ['SubnetMappings', 'SubnetMappings.*.SubnetId'],
      ] as const) {
        const subnets = targetsOf(template, here, inner)
        for (const { node, most } of here.counts(path)) {
          const zones = new Set(subnets.map((subnet) => zoneOf(subnet)))
          const [only] = zones
          if (most.count < 2 && subnets.length === most.count && isOne(template, subnets))
            report({ node, when: most.when }, 'few', { count: most.count })
          else if (most.count > 1 && subnets.length === most.count && zones.size === 1 && only)
            report({ node, when: most.when }, 'zone', { count: most.count })
        }
      }
    }
  },
})
