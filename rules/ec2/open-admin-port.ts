import { defineRule, listOf, openingsOf } from '#rule'

const ADMIN = [
  [22, 'SSH'],
  [3389, 'RDP'],
] as const

export default defineRule({
  id: 'ec2/open-admin-port',
  title: 'SSH and RDP must not be open to the world',
  severity: 'warning',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  why: 'Scanners find the port within minutes and try passwords and keys from then on.',
  fix: 'Allow the ranges of your own network only, or take Session Manager or an EC2 Instance Connect Endpoint, which need no open port.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
      fact: 'Ports 22 and 3389 are to be opened to specific address ranges only; 0.0.0.0/0 lets every address in.',
    },
  ],
  notes: ['002:43', '002:2476', '002:2477'],
  messages: {
    open: '{value} opens port {ports} to every address; allow your own ranges only, or use Session Manager.',
    all: '{value} with the protocol -1 opens every port to every address, 22 (SSH) and 3389 (RDP) among them; open what is needed only.',
  },
  check(resource, { report }) {
    for (const { source, from, to, protocol, when } of openingsOf(resource)) {
      const open = ADMIN.filter(([port]) => protocol !== 'udp' && from <= port && port <= to).map(([port, name]) => `${port} (${name})`)
      const place = { node: source.node, when }
      if (protocol === '-1') report(place, 'all', { value: source.value })
      else if (open.length > 0) report(place, 'open', { value: source.value, ports: listOf(open, 'and') })
    }
  },
})
