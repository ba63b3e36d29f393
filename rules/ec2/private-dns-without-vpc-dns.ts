import { boolean, both, canHold, defineRule, nameless, vpcsOf } from '#rule'

export default defineRule({
  id: 'ec2/private-dns-without-vpc-dns',
  title: 'Private DNS needs DNS support and host names in the VPC',
  severity: 'error',
  on: ['AWS::EC2::VPCEndpoint'],
  why: 'EC2 rejects the endpoint: enabling private DNS requires both DNS attributes of the VPC.',
  fix: 'Set EnableDnsSupport and EnableDnsHostnames of the VPC to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
      fact: 'Private DNS names need DNS host names and DNS resolution to be on in the VPC; host names are off unless they are turned on.',
    },
  ],
  notes: ['001:793', '001:797', '001:798', '004:69'],
  messages: { off: 'PrivateDnsEnabled needs {property} of the VPC {vpc}, which is not true; set it there.' },
  check(endpoint, { report }) {
    for (const { value, node, when: on } of endpoint.known('PrivateDnsEnabled', boolean)) {
      if (!value) continue
      for (const { resource: vpc, when } of vpcsOf(endpoint)) {
        if (vpc?.type !== 'AWS::EC2::VPC') continue
        for (const off of nameless(vpc)) {
          const joint = both(on, both(when, off.when))
          if (canHold(joint)) report({ node, when: joint }, 'off', { vpc: vpc.id, property: off.property })
        }
      }
    }
  },
})
