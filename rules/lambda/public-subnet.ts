import { boolean, defineRule, leadsAt, type Resource, string } from '#rule'

export default defineRule({
  id: 'lambda/public-subnet',
  title: 'From a public subnet a function cannot reach the internet',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The network interfaces of a function get no public address: from a public subnet it cannot reach the internet.',
  fix: 'Use private subnets with a route to a NAT gateway, or endpoints for the services that the function calls.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
      fact: 'A function reaches the internet from private subnets, by way of a NAT gateway.',
    },
  ],
  notes: ['001:757', '001:758', '002:744', '002:1609', '002:1611', '002:2441', '002:2447'],
  messages: {
    public: '{subnet} is a public subnet, from which a function cannot reach the internet; use a private one with a NAT gateway.',
  },
  check(fn, { report }) {
    if (
      fn
        .facts('VpcConfig.Ipv6AllowedForDualStack')
        .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && boolean.read(fact.value) !== false))
    )
      return
    for (const lead of leadsAt(fn.template, fn, 'VpcConfig.SubnetIds.*', 'AWS::EC2::Subnet'))
      if (isPublic(lead.resource)) report(lead, 'public', { subnet: lead.resource.id })
  },
})

/** The resources of the template that a property leads to. */
const ledTo = (of: Resource, property: string): Resource[] => leadsAt(of.template, of, property).map(({ resource }) => resource)

/** Whether the route table of a subnet has a default route to an internet gateway. */
function isPublic(subnet: Resource): boolean {
  const { template } = subnet
  const associations = template
    .resourcesOf('AWS::EC2::SubnetRouteTableAssociation')
    .filter((one) => ledTo(one, 'SubnetId').includes(subnet))
  const tables = associations.flatMap((one) => ledTo(one, 'RouteTableId'))
  return template.resourcesOf('AWS::EC2::Route').some((route) => {
    const isDefault = route.known('DestinationCidrBlock', string).some(({ value }) => value === '0.0.0.0/0')
    const isOut =
      ledTo(route, 'GatewayId').some(({ type }) => type === 'AWS::EC2::InternetGateway') ||
      route.known('GatewayId', string).some(({ value }) => value.startsWith('igw-'))
    return isDefault && isOut && ledTo(route, 'RouteTableId').some((table) => tables.includes(table))
  })
}
