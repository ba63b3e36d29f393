import { both, canHold, defineRule, overlap, rangesOfSubnet, vpcsOf } from '#rule'

export default defineRule({
  id: 'ec2/overlapping-subnets',
  title: 'Subnets of a VPC must not overlap',
  severity: 'error',
  on: ['AWS::EC2::Subnet'],
  why: 'EC2 rejects the second one: "The CIDR conflicts with another subnet".',
  fix: 'Give each subnet a part of the range of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
      fact: 'The ranges of the subnets of a VPC cannot overlap.',
    },
  ],
  notes: ['002:737', '002:738', '002:741', '002:742', '002:2394', '002:2398', '002:2415'],
  cfnLint: ['E3060'],
  messages: { overlap: '{value} overlaps with {range} of the subnet {other} in the same VPC; take another range.' },
  check(subnet, { report }) {
    const { template } = subnet
    const [vpc, ...others] = vpcsOf(subnet)
    if (!vpc || others.length > 0) return
    const earlier = template.resourcesOf('AWS::EC2::Subnet')
    const ranges = rangesOfSubnet(subnet)
    for (const other of earlier.slice(0, earlier.indexOf(subnet))) {
      if (!vpcsOf(other).some(({ key }) => key === vpc.key)) continue
      for (const { cidr, fact } of ranges) {
        for (const one of rangesOfSubnet(other)) {
          if (!cidr || !fact || !one.cidr || !one.fact || !overlap(cidr, one.cidr)) continue
          const when = both(fact.when, one.when)
          if (!canHold(when)) continue
          const place = { node: fact.node, when, related: [{ node: one.fact.node, message: 'the other subnet' }] }
          report(place, 'overlap', { value: fact.value, other: other.id, range: one.fact.value })
        }
      }
    }
  },
})
