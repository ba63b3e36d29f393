import { defineRule, type Resource, string, type Template } from '#rule'
import { referredBy, VPC } from './_project.ts'

export default defineRule({
  id: 'codebuild/public-subnet',
  title: 'Build in a public subnet has no internet access',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'The network interfaces of a build get no public address: an internet gateway is of no use to them, and nothing can be downloaded.',
  fix: 'Use private subnets with a route to a NAT gateway.',
  sources: [{ url: VPC, fact: 'A build in a VPC needs a private subnet with a NAT gateway; it gets no public address.' }],
  notes: ['002:1190', '002:2351', '002:2357'],
  messages: { public: 'The subnet {id} is public, but a build gets no public address; use a subnet with a route to a NAT gateway.' },
  check(project, { report }) {
    const { template } = project
    for (const fact of project.facts('VpcConfig.Subnets.*')) {
      const subnet = fact.state === 'unknown' ? referredBy(template, fact.node)?.resource : undefined
      if (subnet?.type === 'AWS::EC2::Subnet' && isPublic(template, subnet))
        report({ node: fact.node, when: fact.when }, 'public', { id: subnet.id })
    }
  },
})

/** Whether the route table of a subnet sends everything to an internet gateway. */
function isPublic(template: Template, subnet: Resource): boolean {
  return template.resourcesOf('AWS::EC2::SubnetRouteTableAssociation').some((association) => {
    if (targetOf(association, 'SubnetId') !== subnet) return false
    const table = targetOf(association, 'RouteTableId')
    const routes = template.resourcesOf('AWS::EC2::Route').filter((route) => table && targetOf(route, 'RouteTableId') === table)
    return routes.some(
      (route) =>
        targetOf(route, 'GatewayId')?.type === 'AWS::EC2::InternetGateway' &&
        route.known('DestinationCidrBlock', string).some(({ value }) => value === '0.0.0.0/0'),
    )
  })
}

function targetOf(resource: Resource, property: string): Resource | undefined {
  const [fact, ...others] = resource.facts(property)
  return fact?.state === 'unknown' && others.length === 0 ? referredBy(resource.template, fact.node)?.resource : undefined
}
