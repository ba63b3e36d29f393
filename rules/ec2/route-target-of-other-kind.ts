import { defineRule, string, targetsOf } from '#rule'

/** The properties that name a target: the types that they take, and how the IDs begin. A Gateway Load Balancer endpoint goes under two. */
const TARGETS: ReadonlyMap<string, { readonly types: readonly string[]; readonly ids: readonly string[] }> = new Map([
  ['NatGatewayId', { types: ['AWS::EC2::NatGateway'], ids: ['nat-'] }],
  ['TransitGatewayId', { types: ['AWS::EC2::TransitGateway'], ids: ['tgw-'] }],
  ['VpcPeeringConnectionId', { types: ['AWS::EC2::VPCPeeringConnection'], ids: ['pcx-'] }],
  ['InstanceId', { types: ['AWS::EC2::Instance'], ids: ['i-'] }],
  ['NetworkInterfaceId', { types: ['AWS::EC2::NetworkInterface'], ids: ['eni-'] }],
  ['EgressOnlyInternetGatewayId', { types: ['AWS::EC2::EgressOnlyInternetGateway'], ids: ['eigw-'] }],
  ['VpcEndpointId', { types: ['AWS::EC2::VPCEndpoint'], ids: ['vpce-'] }],
  ['CarrierGatewayId', { types: ['AWS::EC2::CarrierGateway'], ids: ['cagw-'] }],
  ['GatewayId', { types: ['AWS::EC2::InternetGateway', 'AWS::EC2::VPNGateway', 'AWS::EC2::VPCEndpoint'], ids: ['igw-', 'vgw-', 'vpce-'] }],
])

const propertyOfId = (value: string) => [...TARGETS].find(([, { ids }]) => ids.some((id) => value.startsWith(id)))?.[0]
const propertyOfType = (type: string) => [...TARGETS].find(([, { types }]) => types.includes(type))?.[0]

export default defineRule({
  id: 'ec2/route-target-of-other-kind',
  title: 'The target of a route must be of the kind that its property names',
  severity: 'error',
  on: ['AWS::EC2::Route'],
  why: 'EC2 rejects the route: the ID is not one of a gateway of that kind.',
  fix: 'Give the target under the property of its kind: NatGatewayId, GatewayId, TransitGatewayId, VpcPeeringConnectionId and so on.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html',
      fact: 'Each kind of target has a property of its own.',
    },
  ],
  notes: ['002:747', '002:2406', '002:2505'],
  cfnLint: ['E1041'],
  messages: { other: '{name} is {value}, which is a target for {right}; write it there.' },
  check(route, { report }) {
    for (const [property, { types, ids }] of TARGETS) {
      for (const fact of route.known(property, string)) {
        const { value } = fact
        const right = ids.some((id) => value.startsWith(id)) ? undefined : propertyOfId(value)
        if (right) report(fact, 'other', { name: property, value, right })
      }
      for (const { resource, node, when } of targetsOf(route.template, route, property)) {
        const right = resource && !types.includes(resource.type) && propertyOfType(resource.type)
        if (right) report({ node, when }, 'other', { name: property, value: resource.id, right })
      }
    }
  },
})
