import { both, butNot, canHold, contains, defineRule, rangesOfSubnet, rangesOfVpc, vpcsOf } from '#rule'

export default defineRule({
  id: 'ec2/subnet-outside-vpc',
  title: 'A subnet must lie within the address range of its VPC',
  severity: 'error',
  on: ['AWS::EC2::Subnet'],
  why: 'EC2 rejects the subnet: "The CIDR is invalid".',
  fix: 'Take a part of the range of the VPC, or add the range to the VPC with AWS::EC2::VPCCidrBlock.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
      fact: 'The range of a subnet is a part of the range of its VPC.',
    },
  ],
  notes: ['002:737', '002:738', '002:741', '002:742', '002:2394', '002:2398', '002:2415'],
  cfnLint: ['E3059'],
  messages: { outside: '{value} is not within {range}, the range of the VPC {vpc}; take a part of it.' },
  check(subnet, { report }) {
    for (const { resource: vpc, when } of vpcsOf(subnet)) {
      if (vpc?.type !== 'AWS::EC2::VPC') continue
      const blocks = rangesOfVpc(vpc)
      for (const { cidr, fact } of rangesOfSubnet(subnet)) {
        if (cidr?.version !== 4 || !fact) continue
        const around = blocks.filter((block) => !block.cidr || contains(block.cidr, cidr))
        const outside = around.reduce((left, block) => butNot(left, block.when), both(fact.when, when))
        const near = blocks.find((block) => block.cidr?.version === 4 && canHold(both(outside, block.when)))
        if (!near?.fact || !canHold(both(outside, near.when))) continue
        const place = { node: fact.node, when: both(outside, near.when), related: [{ node: near.fact.node, message: 'the VPC' }] }
        report(place, 'outside', { value: fact.value, vpc: vpc.id, range: near.fact.value })
      }
    }
  },
})
