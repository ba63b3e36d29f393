import { defineRule, number } from '#rule'

const NEEDED: ReadonlyMap<number, string> = new Map([
  [6, 'PortRange'],
  [17, 'PortRange'],
  [1, 'Icmp'],
])

export default defineRule({
  id: 'ec2/acl-port-range-missing',
  title: 'A network ACL rule for TCP or UDP needs ports, one for ICMP its type',
  severity: 'error',
  on: ['AWS::EC2::NetworkAclEntry'],
  why: 'EC2 rejects the rule.',
  fix: 'Give PortRange with From and To for TCP and UDP, Icmp with Type and Code for ICMP.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html',
      fact: 'PortRange is required for the protocols 6 and 17, Icmp for 1.',
    },
  ],
  notes: ['001:775', '001:776', '001:777', '002:751', '002:2459'],
  cfnLint: ['E3687'],
  messages: { missing: 'A rule for the protocol {protocol} needs {name}, which is not set.' },
  check(entry, { report }) {
    for (const protocol of entry.known('Protocol', number)) {
      const needed = NEEDED.get(protocol.value)
      for (const { node, when } of needed ? entry.under(protocol.when).absent(needed) : []) {
        report({ node, when }, 'missing', { protocol: protocol.value, name: needed ?? '' })
      }
    }
  },
})
