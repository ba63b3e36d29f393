import { attachmentsOf, both, canHold, defineRule, targetsOf, waitsFor } from '#rule'

export default defineRule({
  id: 'ec2/route-before-gateway-attachment',
  title: 'A route must wait for the attachment of its gateway',
  severity: 'warning',
  on: ['AWS::EC2::Route'],
  why: 'CloudFormation sees no dependency and may make the route first; then the stack fails, now and then, with "route table and network gateway belong to different networks".',
  fix: 'Add DependsOn with the logical ID of the VPCGatewayAttachment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
      fact: 'A route that uses a gateway of the template has to depend on the attachment of the gateway to the VPC.',
    },
  ],
  notes: ['001:790', '001:792', '002:743', '002:748', '002:2406', '002:2407', '002:2408', '002:2443', '002:2445', '003:101'],
  messages: { early: 'The route does not wait until {gateway} is attached; add "DependsOn: {attachment}".' },
  check(route, { report }) {
    const { template } = route
    for (const { resource: gateway, node, when } of targetsOf(template, route, 'GatewayId')) {
      if (!gateway) continue
      const attached = attachmentsOf(template).filter((one) => one.gateway.resource === gateway && canHold(both(one.when, when)))
      const [first] = attached
      if (!first || attached.some(({ resource }) => waitsFor(template, route.id).has(resource.id))) continue
      report({ node, when: both(first.when, when) }, 'early', { gateway: gateway.id, attachment: first.resource.id })
    }
  },
})
