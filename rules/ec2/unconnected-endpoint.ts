import { defineRule, string } from '#rule'

import { isGateway, servicesOf } from './_endpoints.ts'

export default defineRule({
  id: 'ec2/unconnected-endpoint',
  title: 'A VPC endpoint needs route tables or subnets',
  severity: 'warning',
  on: ['AWS::EC2::VPCEndpoint'],
  why: 'The endpoint is made and nothing reaches it.',
  fix: 'Give RouteTableIds for a gateway, SubnetIds for an interface.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
      fact: 'Gateway endpoints are reached through route tables, interface endpoints through network interfaces in subnets.',
    },
  ],
  notes: ['001:793', '001:797', '001:798', '002:755', '004:69'],
  messages: { unconnected: 'An endpoint of the type {type} without {name} is reached by nothing; give {name}.' },
  check(endpoint, { report }) {
    for (const type of endpoint.possible('VpcEndpointType', string)) {
      const name = type.state === 'unknown' ? '' : type.state === 'known' ? type.value : 'Gateway'
      const needed = name === 'Gateway' ? 'RouteTableIds' : name === 'Interface' ? 'SubnetIds' : undefined
      // Where the service has no gateways, only the type is wrong, and another rule says so.
      const services = servicesOf(endpoint)
      if (!needed || (type.state === 'absent' && (services.length === 0 || services.some(({ service }) => !isGateway(service))))) continue
      for (const { node, when } of endpoint.under(type.when).absent(needed))
        report({ node, when }, 'unconnected', { type: name, name: needed })
    }
  },
})
