import { atKey, both, canHold, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'ec2/nat-gateway-address-mismatch',
  title: 'A public NAT gateway needs an address, a private one takes none',
  severity: 'error',
  on: ['AWS::EC2::NatGateway'],
  why: 'EC2 rejects the NAT gateway.',
  fix: 'Give AllocationId for a public NAT gateway; remove it from a private one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html',
      fact: 'A public NAT gateway, which is the default, needs the allocation of an Elastic IP address; a private one cannot have one.',
    },
  ],
  notes: ['002:749', '002:2419', '002:2441'],
  cfnLint: ['E3020', 'E3021'],
  messages: {
    private: '{name} cannot be set on a private NAT gateway; remove it.',
    public: 'A public NAT gateway needs AllocationId, which is not set.',
  },
  check(gateway, { report }) {
    const isZonal = gateway.absent('AvailabilityMode')
    for (const type of gateway.possible('ConnectivityType', string)) {
      if (type.state === 'unknown') continue
      if (type.state === 'known' && type.value === 'private') {
        for (const name of ['AllocationId', 'SecondaryAllocationIds']) {
          for (const set of present(gateway.under(type.when), name)) report(atKey(set), 'private', { name })
        }
      } else {
        for (const zonal of isZonal) {
          for (const { node, when } of gateway.under(both(type.when, zonal.when)).absent('AllocationId'))
            if (canHold(when)) report({ node, when }, 'public')
        }
      }
    }
  },
})
