import { defineRule, number, string, together } from '#rule'

import { rulesOf } from './_security-rules.ts'

const PORTS = ['tcp', 'udp', '6', '17']
const ICMP = ['icmp', '1']

export default defineRule({
  id: 'ec2/invalid-port-range',
  title: 'TCP and UDP rules need ports from low to high, ICMP rules type and code',
  severity: 'error',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  why: 'EC2 rejects the rule.',
  fix: 'Give FromPort and ToPort, from the lower to the higher, 0 to 65535; for ICMP the type and the code, -1 for all of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html',
      fact: 'A rule for TCP, UDP or ICMP must have a range; for ICMP that is type and code, -1 for all; without the type there is no code.',
    },
  ],
  notes: ['002:39', '002:42', '002:2466', '002:2490'],
  cfnLint: ['E3687', 'E3688'],
  messages: {
    missing: 'A rule for TCP or UDP needs {name}, which is not set.',
    typeless: 'A rule for ICMP needs {name}, the ICMP {noun}, which is not set; -1 stands for all.',
    code: 'ToPort is {code}, an ICMP code, while FromPort allows all types; write -1 for all codes.',
    outside: '{name} is {port}; for TCP and UDP it must be 0 to 65535.',
    order: 'FromPort is {from}, which is more than ToPort, {to}.',
  },
  check(resource, { report }) {
    for (const { rule } of rulesOf(resource)) {
      const protocols = rule.known('IpProtocol', string)
      for (const { when } of protocols.filter(({ value }) => ICMP.includes(value.toLowerCase()))) {
        const here = rule.under(when)
        for (const absent of here.absent('FromPort')) report(absent, 'typeless', { name: 'FromPort', noun: 'type' })
        for (const absent of here.absent('ToPort')) report(absent, 'typeless', { name: 'ToPort', noun: 'code' })
        for (const [from, to] of together(here.known('FromPort', number), here.known('ToPort', number))) {
          if (from.value === -1 && to.value !== -1) report(to, 'code', { code: to.value })
        }
      }
      for (const { when } of protocols.filter(({ value }) => PORTS.includes(value.toLowerCase()))) {
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
