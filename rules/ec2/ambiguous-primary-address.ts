import { boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'ec2/ambiguous-primary-address',
  title: 'An interface has one primary address',
  severity: 'error',
  on: ['AWS::EC2::NetworkInterface'],
  why: 'EC2 rejects the interface.',
  fix: 'Remove PrivateIpAddress, or set Primary to false in PrivateIpAddresses.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html',
      fact: 'With a private address of its own, none of the listed addresses can be the primary one.',
    },
  ],
  cfnLint: ['E3674'],
  messages: {
    twice: 'PrivateIpAddress is the primary address already; remove it, or set Primary to false here.',
    several: 'A second address is marked as primary; only one can be.',
  },
  check(networkInterface, { report }) {
    const primary = networkInterface.known('PrivateIpAddresses.*.Primary', boolean).filter(({ value }) => value)
    primary.forEach((fact, i) => {
      for (const own of networkInterface.present('PrivateIpAddress')) {
        const when = both(own.when, fact.when)
        if (canHold(when)) report({ node: fact.node, when }, 'twice')
      }
      const when = primary
        .slice(0, i)
        .map((other) => both(other.when, fact.when))
        .find(canHold)
      if (when) report({ node: fact.node, when }, 'several')
    })
  },
})
