import { defineRule, leadsAt, string } from '#rule'

const PATHS: ReadonlyMap<string, string> = new Map([
  ['AWS::EC2::NatGateway', 'AllocationId'],
  ['AWS::EC2::EIPAssociation', 'AllocationId'],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'SubnetMappings.*.AllocationId'],
])

export default defineRule({
  id: 'ec2/address-as-allocation-id',
  title: 'AllocationId takes the allocation ID, not the address',
  severity: 'error',
  on: ['AWS::EC2::NatGateway', 'AWS::EC2::EIPAssociation', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
  why: 'The request is rejected: the allocation ID is malformed.',
  fix: 'Use !GetAtt of the address with AllocationId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html',
      fact: 'Ref of an Elastic IP address gives the address; AllocationId is an attribute.',
    },
  ],
  notes: ['002:749', '002:2419', '002:2441'],
  cfnLint: ['E1041'],
  messages: {
    reference: '{name} gives the address; AllocationId needs "!GetAtt {name}.AllocationId".',
    address: 'AllocationId is "{value}", an address; it needs the ID of the allocation, which begins with eipalloc-.',
  },
  check(resource, { report }) {
    const path = PATHS.get(resource.type) as string
    for (const lead of leadsAt(resource.template, resource, path)) {
      if (lead.resource.type !== 'AWS::EC2::EIP' || (lead.attribute ?? 'PublicIp') !== 'PublicIp') continue
      report({ node: lead.node, when: lead.when }, 'reference', { name: lead.resource.id })
    }
    for (const fact of resource.known(path, string)) {
      if (/^\d+\.\d+\.\d+\.\d+$/.test(fact.value)) report(fact, 'address', { value: fact.value })
    }
  },
})
