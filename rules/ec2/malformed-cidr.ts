import { defineRule, isPlaceholder, parseCidr, string } from '#rule'

type Path = readonly [path: string, version: 4 | 6]

const SIDES: readonly Path[] = [
  ['CidrIp', 4],
  ['CidrIpv6', 6],
]
const within = (list: string): Path[] => SIDES.map(([path, version]) => [`${list}.*.${path}`, version])
const BLOCKS: readonly Path[] = [
  ['CidrBlock', 4],
  ['Ipv6CidrBlock', 6],
]

const PATHS: ReadonlyMap<string, readonly Path[]> = new Map([
  ['AWS::EC2::VPC', [['CidrBlock', 4]]],
  ['AWS::EC2::VPCCidrBlock', BLOCKS],
  ['AWS::EC2::Subnet', BLOCKS],
  ['AWS::EC2::NetworkAclEntry', BLOCKS],
  [
    'AWS::EC2::Route',
    [
      ['DestinationCidrBlock', 4],
      ['DestinationIpv6CidrBlock', 6],
    ],
  ],
  ['AWS::EC2::SecurityGroup', [...within('SecurityGroupIngress'), ...within('SecurityGroupEgress')]],
  ['AWS::EC2::SecurityGroupIngress', SIDES],
  ['AWS::EC2::SecurityGroupEgress', SIDES],
])

export default defineRule({
  id: 'ec2/malformed-cidr',
  title: 'Address ranges must be CIDR blocks of the right family',
  severity: 'error',
  on: [
    'AWS::EC2::VPC',
    'AWS::EC2::VPCCidrBlock',
    'AWS::EC2::Subnet',
    'AWS::EC2::Route',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SecurityGroupEgress',
    'AWS::EC2::NetworkAclEntry',
    'AWS::EC2::PrefixList',
  ],
  why: 'EC2 rejects the request: "CIDR block … is malformed".',
  fix: 'Write an address, a slash and the length of the prefix: 10.0.0.0/16, 203.0.113.7/32, 2001:db8::/56.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html',
      fact: 'A range is given in CIDR notation, IPv4 and IPv6 each in a property of its own.',
    },
  ],
  notes: ['002:2394', '002:2408', '002:2409', '002:2410', '002:2480', '002:2484', '002:2508'],
  cfnLint: ['E3031'],
  messages: {
    malformed: '{name} is "{value}", which is no range of IPv{version} addresses; write it like {example}.',
    mask: '{name} is "{value}", an address; a range needs the length of its prefix, {value}/32 for this address alone.',
    family: '{name} is "{value}", which is of another family; it must be a range of IPv{version} addresses.',
  },
  check(resource, { report }) {
    for (const [path, version] of PATHS.get(resource.type) ?? []) {
      for (const fact of resource.known(path, string)) {
        const { value } = fact
        const cidr = parseCidr(value)
        // The default of a parameter is often a placeholder that every deployment replaces.
        if (cidr?.version === version || isPlaceholder(value) || (fact.via && !/^[\d.]+(\/|$)/.test(value))) continue
        const name = path.split('.').at(-1) as string
        if (cidr) report(fact, 'family', { name, value, version })
        else if (/^[\d.]+$/.test(value) && parseCidr(`${value}/32`)) report(fact, 'mask', { name, value })
        else report(fact, 'malformed', { name, value, version, example: version === 4 ? '10.0.0.0/16' : '2001:db8::/56' })
      }
    }
  },
})
