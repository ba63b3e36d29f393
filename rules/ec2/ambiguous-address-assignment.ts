import { all, defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'ec2/ambiguous-address-assignment',
  title: 'Addresses of an interface are chosen in one way',
  severity: 'error',
  on: ['AWS::EC2::NetworkInterface'],
  why: 'EC2 rejects the interface.',
  fix: 'Name the addresses, or give their number, or name the prefixes, or give their number.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinterface.html',
      fact: 'Addresses, a number of addresses, prefixes and a number of prefixes exclude each other, for IPv4 and for IPv6.',
    },
  ],
  cfnLint: ['E3020'],
  // Of the IPv4 addresses one may be named beside a number of further ones.
  check: all(
    exclusive('Ipv6Addresses', 'Ipv6AddressCount', 'Ipv6Prefixes', 'Ipv6PrefixCount'),
    exclusive('PrivateIpAddresses', 'Ipv4Prefixes', 'Ipv4PrefixCount'),
    exclusive('SecondaryPrivateIpAddressCount', 'Ipv4Prefixes'),
    exclusive('SecondaryPrivateIpAddressCount', 'Ipv4PrefixCount'),
  ),
})
