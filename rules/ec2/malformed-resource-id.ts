import { defineRule, type Node, type Resource, string, table, valuesNamed } from '#rule'

const HEX = '([0-9a-f]{8}|[0-9a-f]{17})'

/** Properties that take an id wherever an AWS resource has them, and what it looks like. */
const IDS: Readonly<Record<string, { readonly noun: string; readonly prefix: string; readonly pattern: RegExp }>> = table({
  VpcId: { noun: 'VPC', prefix: 'vpc-', pattern: new RegExp(`^vpc-${HEX}$`) },
  SubnetId: { noun: 'subnet', prefix: 'subnet-', pattern: new RegExp(`^subnet-${HEX}$`) },
  SecurityGroupId: { noun: 'security group', prefix: 'sg-', pattern: new RegExp(`^sg-${HEX}$`) },
  ImageId: { noun: 'machine image', prefix: 'ami-', pattern: /^(ami-([0-9a-z]{8}|[0-9a-z]{17})|resolve:ssm:.+)$/ },
})
const SAME: Readonly<Record<string, keyof typeof IDS>> = table({
  SubnetIds: 'SubnetId',
  SecurityGroupIds: 'SecurityGroupId',
  VpcSecurityGroupIds: 'SecurityGroupId',
  SourceSecurityGroupId: 'SecurityGroupId',
  DestinationSecurityGroupId: 'SecurityGroupId',
  GroupId: 'SecurityGroupId',
})

/** Names that mean something else on other resources: an ImageId there is a container image, or an alias. */
const ONLY_ON: Readonly<Record<string, RegExp>> = table({
  ImageId: /^AWS::(EC2|AutoScaling|Batch)::/,
  GroupId: /^AWS::EC2::SecurityGroup(In|E)gress$/,
})

export default defineRule({
  id: 'ec2/malformed-resource-id',
  title: 'Ids of images, VPCs, subnets and security groups have a fixed form',
  severity: 'error',
  on: ['*'],
  why: 'EC2 answers with "InvalidParameterValue" or "Invalid id", and the stack rolls back.',
  fix: 'Copy the whole id, or refer to a resource or a parameter; ids have 8 or 17 hexadecimal digits behind their prefix.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html',
      fact: 'An id is a prefix for the kind of resource, a hyphen, and 8 or 17 characters of the digits 0 to 9 and a to f.',
    },
  ],
  cfnLint: ['E1150', 'E1151', 'E1152', 'E1154'],
  messages: { malformed: '"{value}" is no id of a {noun}; an id is "{prefix}" and 8 or 17 hexadecimal digits.' },
  check(resource, { report }) {
    if (!resource.type.startsWith('AWS::')) return
    for (const { name, fact } of valuesNamed(resource, (key) => kindOf(key) !== undefined)) {
      const id = kindOf(name)
      const value = fact.state === 'known' ? string.read(fact.value) : undefined
      if (!id || fact.state !== 'known' || ONLY_ON[name]?.test(resource.type) === false) continue
      // The default of a parameter is often a placeholder that every deployment replaces.
      if (value === undefined || value === '' || /^\{\{.*\}\}$/.test(value) || value.includes('${') || isParameter(resource, fact.via))
        continue
      // A table of ids often has a word where there is none: `NOT_SUPPORTED`.
      if (fact.via && !value.startsWith(id.prefix)) continue
      if (!id.pattern.test(value)) report(fact, 'malformed', { value, noun: id.noun, prefix: id.prefix })
    }
  },
})

const kindOf = (key: string) => IDS[SAME[key] ?? key]

function isParameter(resource: Resource, via: Node | undefined): boolean {
  if (via?.kind !== 'mapping') return false
  const [entry] = via.entries
  return entry?.key.text === 'Ref' && entry.value.kind === 'scalar' && resource.template.parameters.has(entry.value.text)
}
