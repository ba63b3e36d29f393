import { defineRule, parseCidr, string } from '#rule'

export default defineRule({
  id: 'ec2/cidr-size-out-of-range',
  title: 'An IPv4 range of a VPC or a subnet must be /16 to /28',
  severity: 'error',
  on: ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::VPCCidrBlock'],
  why: 'EC2 rejects it: "The CIDR is invalid".',
  fix: 'Choose a prefix of 16 to 28 bits.',
  sources: [
    { url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html', fact: 'An IPv4 range has between /16 and /28.' },
  ],
  notes: ['002:737', '002:738', '002:741', '002:742', '002:2394', '002:2398', '002:2415'],
  messages: { size: 'CidrBlock is {value}; its prefix must be 16 to 28 bits long.' },
  check(resource, { report }) {
    for (const fact of resource.known('CidrBlock', string)) {
      const cidr = parseCidr(fact.value)
      if (cidr?.version === 4 && (cidr.prefix < 16 || cidr.prefix > 28)) report(fact, 'size', { value: fact.value })
    }
  },
})
