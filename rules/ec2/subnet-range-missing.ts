import { defineRule, requiresOneOf } from '#rule'

export default defineRule({
  id: 'ec2/subnet-range-missing',
  title: 'A subnet needs an IP range',
  severity: 'error',
  on: ['AWS::EC2::Subnet'],
  why: 'EC2 cannot create a subnet without addresses, and the stack fails.',
  fix: 'Give an IPv4 or IPv6 CIDR block, or the IPAM pool that allocates one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html',
      fact: 'A subnet has an IPv4 CIDR block, an IPv6 one, or both; each is given or comes from an IPAM pool.',
    },
  ],
  cfnLint: ['E3058'],
  check: requiresOneOf('CidrBlock', 'Ipv6CidrBlock', 'Ipv4IpamPoolId', 'Ipv6IpamPoolId'),
})
