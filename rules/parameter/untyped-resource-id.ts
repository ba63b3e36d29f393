import { defineRule, propertyPathOf, table } from '#rule'

/** The type for each property of one ID or name, and of a list of them. */
const ONE: Readonly<Record<string, string>> = table({
  HostedZoneId: 'AWS::Route53::HostedZone::Id',
  ImageId: 'AWS::EC2::Image::Id',
  KeyName: 'AWS::EC2::KeyPair::KeyName',
  SecurityGroupIds: 'AWS::EC2::SecurityGroup::Id',
  SubnetId: 'AWS::EC2::Subnet::Id',
  SubnetIds: 'AWS::EC2::Subnet::Id',
  Subnets: 'AWS::EC2::Subnet::Id',
  VPCZoneIdentifier: 'AWS::EC2::Subnet::Id',
  VpcId: 'AWS::EC2::VPC::Id',
  VpcSecurityGroupIds: 'AWS::EC2::SecurityGroup::Id',
})
const LISTS = /^(SecurityGroupIds|SubnetIds|Subnets|VPCZoneIdentifier|VpcSecurityGroupIds)$/

export default defineRule({
  id: 'parameter/untyped-resource-id',
  title: 'A resource ID parameter could use an AWS-specific type',
  severity: 'info',
  on: ['template'],
  why: 'With the type of AWS, CloudFormation checks that the resource exists before it makes anything, and the console offers a choice.',
  fix: 'Use the type that the message names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
      fact: 'Values of AWS-specific types must exist in the account and Region; CloudFormation validates them at the start.',
    },
  ],
  notes: ['001:59', '001:66', '001:67', '001:68', '001:69', '001:70', '001:71', '001:72'],
  cfnLint: ['W2506'],
  messages: { untyped: 'Parameter "{name}" is used as {property}; with type {type} CloudFormation checks that it exists.' },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const { name, type } = parameter
      const node = parameter.attribute('Type')?.value
      if (!node || (type !== 'String' && type !== 'CommaDelimitedList')) continue
      // A constraint or an empty default says that other values are meant, too.
      if (parameter.attribute('AllowedPattern') || parameter.attribute('AllowedValues') || parameter.attribute('Default')) continue
      const uses = template.references.of(name)
      const found = uses.map(({ kind, section, owner, call }) => {
        const resource = template.resources.get(owner)
        if (kind !== 'Ref' || section !== 'Resources' || !call || !resource?.type.startsWith('AWS::')) return undefined
        const path = propertyPathOf(call.node)
        const property = path.replace(/\.\*$/, '').split('.').pop() ?? ''
        // The zone of what a record points to is one of AWS's own.
        if (path.includes('AliasTarget') || (/^(KeyName|ImageId)$/.test(property) && !/^AWS::(EC2|AutoScaling)::/.test(resource.type)))
          return undefined
        const isList = LISTS.test(property) && !path.endsWith('.*')
        const wanted = ONE[property]
        return wanted && isList === (type === 'CommaDelimitedList') ? { property, type: isList ? `List<${wanted}>` : wanted } : undefined
      })
      const [first] = found
      // Another use can need another kind of value.
      if (first && found.every((one) => one?.type === first.type)) report(node, 'untyped', { name, ...first })
    }
  },
})
