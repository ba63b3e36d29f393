import { atKey, boolean, both, canHold, defineRule, type Node, present, string } from '#rule'

import { isGateway, servicesOf } from './_endpoints.ts'

const FOREIGN: ReadonlyMap<string, readonly string[]> = new Map([
  ['Gateway', ['SubnetIds', 'SecurityGroupIds', 'PrivateDnsEnabled']],
  ['Interface', ['RouteTableIds']],
  ['GatewayLoadBalancer', ['RouteTableIds', 'SecurityGroupIds']],
])

const isEmpty = (value: Node): boolean => value.kind === 'sequence' && value.items.length === 0
const isOff = (value: Node): boolean => boolean.read(value) === false

export default defineRule({
  id: 'ec2/endpoint-property-mismatch',
  title: 'The properties of a VPC endpoint must fit its type',
  severity: 'error',
  on: ['AWS::EC2::VPCEndpoint'],
  why: 'EC2 rejects the endpoint: subnets and security groups belong to interfaces, route tables to gateways.',
  fix: 'Give RouteTableIds for a gateway, SubnetIds and SecurityGroupIds for an interface; or set VpcEndpointType, which is Gateway unless it is set.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
      fact: 'Route tables are for gateway endpoints; subnets, security groups and private DNS names for interfaces; endpoints of Gateway Load Balancers take one subnet and no security groups.',
    },
  ],
  notes: ['001:640', '001:788', '001:793', '001:797', '001:798', '001:799', '001:1113', '001:1114', '002:755', '004:69'],
  cfnLint: ['E3020'],
  messages: {
    foreign: '{property} cannot be set on an endpoint of the type {type}; remove it, or change VpcEndpointType.',
    untyped: '{property} cannot be set on a gateway endpoint, which this is without VpcEndpointType; set the type, or remove {property}.',
    subnets: 'SubnetIds names {count} subnets; an endpoint of the type GatewayLoadBalancer is in one.',
  },
  check(endpoint, { report }) {
    const others = servicesOf(endpoint).filter(({ service }) => !isGateway(service))
    for (const type of endpoint.possible('VpcEndpointType', string)) {
      if (type.state === 'unknown') continue
      const name = type.state === 'known' ? type.value : 'Gateway'
      // Where the service has no gateways, only the type is wrong, and another rule says so.
      if (type.state === 'absent' && others.some(({ when }) => canHold(both(when, type.when)))) continue
      const here = endpoint.under(type.when)
      for (const property of FOREIGN.get(name) ?? []) {
        for (const set of present(here, property)) {
          if (set.state === 'known' && (isEmpty(set.value) || isOff(set.value))) continue
          report(atKey(set), type.state === 'known' ? 'foreign' : 'untyped', { property, type: name })
        }
      }
      if (name !== 'GatewayLoadBalancer') continue
      for (const { node, most } of here.counts('SubnetIds')) {
        if (most.count > 1) report({ node, when: most.when }, 'subnets', { count: most.count })
      }
    }
  },
})
