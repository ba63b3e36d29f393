import { defineRule } from '#rule'

export default defineRule({
  id: 'lambda/single-subnet',
  title: 'A VPC function should use two subnets',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The function cannot run while the Availability Zone of that subnet is out.',
  fix: 'Give subnets in two Availability Zones or more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
      fact: 'Lambda.5: functions in a VPC should operate in several Availability Zones.',
    },
  ],
  notes: ['000:521'],
  messages: {
    one: 'SubnetIds has one subnet; give subnets in several Availability Zones.',
  },
  check(fn, { report }) {
    for (const { node, most } of fn.counts('VpcConfig.SubnetIds')) if (most.count === 1) report({ node, when: most.when }, 'one')
  },
})
