import { defineRule, number, string } from '#rule'

import { rulesOf } from './_security-rules.ts'

export default defineRule({
  id: 'ec2/ignored-ports',
  title: 'Ports of a rule for every protocol are ignored',
  severity: 'warning',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  why: 'With the protocol -1 all traffic is allowed, whatever ports are given.',
  fix: 'Set IpProtocol to tcp or udp, or remove the ports.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html',
      fact: 'The protocol -1 allows traffic on all ports, regardless of the range.',
    },
  ],
  notes: ['002:39', '002:42', '002:2466', '002:2490'],
  cfnLint: ['W3687'],
  messages: { ignored: '{name} is {port} and has no effect: the protocol -1 allows all ports; set IpProtocol to tcp or udp.' },
  check(resource, { report }) {
    for (const { rule } of rulesOf(resource)) {
      for (const protocol of rule.known('IpProtocol', string).filter(({ value }) => value === '-1')) {
        for (const name of ['FromPort', 'ToPort']) {
          const all = name === 'FromPort' ? [-1, 0] : [-1, 0, 65535]
          const [port] = rule
            .under(protocol.when)
            .known(name, number)
            .filter(({ value }) => !all.includes(value))
          if (!port) continue
          report(port, 'ignored', { name, port: port.value })
          break
        }
      }
    }
  },
})
