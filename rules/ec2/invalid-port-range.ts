import { defineRule, number, string, together } from '#rule'

import { rulesOf } from './_security-rules.ts'

const PROTOCOLS = ['tcp', 'udp', '6', '17']

export default defineRule({
  id: 'ec2/invalid-port-range',
  title: 'TCP and UDP rules need a port range from low to high',
  severity: 'error',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  why: 'EC2 rejects the rule.',
  fix: 'Give FromPort and ToPort, from the lower to the higher, 0 to 65535.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html',
      fact: 'A rule for TCP or UDP names the first and the last of its ports.',
    },
  ],
  notes: ['002:39', '002:42', '002:2466', '002:2490'],
  cfnLint: ['E3687', 'E3688'],
  messages: {
    missing: 'A rule for TCP or UDP needs {name}, which is not set.',
    outside: '{name} is {port}; for TCP and UDP it must be 0 to 65535.',
    order: 'FromPort is {from}, which is more than ToPort, {to}.',
  },
  check(resource, { report }) {
    for (const { rule } of rulesOf(resource)) {
      for (const { when } of rule.known('IpProtocol', string).filter(({ value }) => PROTOCOLS.includes(value.toLowerCase()))) {
        const here = rule.under(when)
        for (const name of ['FromPort', 'ToPort']) {
          for (const absent of here.absent(name)) report(absent, 'missing', { name })
          for (const port of here.known(name, number)) {
            if (port.value < 0 || port.value > 65535) report(port, 'outside', { name, port: port.value })
          }
        }
        for (const [from, to] of together(here.known('FromPort', number), here.known('ToPort', number))) {
          if (from.value > to.value && to.value >= 0) report(from, 'order', { from: from.value, to: to.value })
        }
      }
    }
  },
})
