import { atKey, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'ec2/setting-beside-network-interface',
  title: 'With NetworkInterfaces, subnet and security groups belong to the interface',
  severity: 'error',
  on: ['AWS::EC2::Instance'],
  why: 'EC2 rejects the instance: "Network interfaces and an instance-level subnet ID may not be specified on the same request".',
  fix: 'Move the property into the entry of NetworkInterfaces: SubnetId, GroupSet.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
      fact: 'Whoever gives a network interface gives subnet and security groups as part of it.',
    },
  ],
  cfnLint: ['E3020'],
  messages: { misplaced: '{name} cannot stand beside NetworkInterfaces; move it into the interface as {inner}.' },
  check(instance, { report }) {
    const inner = { SubnetId: 'SubnetId', SecurityGroupIds: 'GroupSet', SecurityGroups: 'GroupSet' }
    for (const interfaces of instance.present('NetworkInterfaces')) {
      for (const [name, moved] of Object.entries(inner)) {
        for (const set of instance.present(name)) {
          const when = both(interfaces.when, set.when)
          if (canHold(when)) report(atKey(set, when), 'misplaced', { name, inner: moved })
        }
      }
    }
  },
})
