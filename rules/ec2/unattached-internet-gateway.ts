import { attachmentsOf, both, canHold, defineRule, differ, targetsOf, unattachedWhen, vpcsOf } from '#rule'

export default defineRule({
  id: 'ec2/unattached-internet-gateway',
  title: 'A route to an internet gateway needs the gateway attached',
  severity: 'error',
  on: ['AWS::EC2::Route'],
  why: 'EC2 rejects the route: route table and gateway must belong to the same network.',
  fix: 'Attach the gateway to the VPC of the route table with AWS::EC2::VPCGatewayAttachment, and let the route depend on it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html',
      fact: 'The gateway of a route is one that is attached to the VPC of the route table.',
    },
  ],
  notes: ['001:790', '001:792', '002:743', '002:748', '002:2406', '002:2407', '002:2408', '002:2443', '002:2445', '003:101'],
  messages: {
    loose: 'The internet gateway {gateway} is attached to no VPC; add a VPCGatewayAttachment.',
    elsewhere:
      'The internet gateway {gateway} is attached to another VPC than {vpc}, to which the route table belongs; take the gateway of that VPC.',
  },
  check(route, { report }) {
    const { template } = route
    for (const { resource: gateway, node, when } of targetsOf(template, route, 'GatewayId')) {
      if (gateway?.type !== 'AWS::EC2::InternetGateway') continue
      const loose = unattachedWhen(gateway, when)
      if (loose && canHold(loose)) report({ node, when: loose }, 'loose', { gateway: gateway.id })
      const attached = attachmentsOf(template).filter((one) => one.gateway.resource === gateway)
      for (const { resource: table } of targetsOf(template, route, 'RouteTableId')) {
        for (const own of table?.type === 'AWS::EC2::RouteTable' ? vpcsOf(table) : []) {
          const elsewhere = attached.length > 0 && attached.every(({ vpc }) => vpc && differ(vpc, own))
          const joint = attached.reduce((left, one) => both(left, one.when), both(when, own.when))
          if (elsewhere && canHold(joint)) report({ node, when: joint }, 'elsewhere', { gateway: gateway.id, vpc: own.key })
        }
      }
    }
  },
})
