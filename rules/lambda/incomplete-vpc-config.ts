import { both, canHold, defineRule } from '#rule'

const LISTS = ['SubnetIds', 'SecurityGroupIds'] as const

export default defineRule({
  id: 'lambda/incomplete-vpc-config',
  title: 'A VPC function needs subnets and security groups',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Give both SubnetIds and SecurityGroupIds; leave both out for a function outside of a VPC.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html',
      fact: 'A function in a VPC has a list of subnets and a list of security groups.',
    },
  ],
  notes: ['000:521', '001:757', '001:759', '002:1610'],
  messages: {
    missing: 'VpcConfig has {name} but no {other}; give both or neither.',
  },
  check(fn, { report }) {
    for (const config of fn.items('VpcConfig')) {
      for (const [name, other] of [LISTS, [LISTS[1], LISTS[0]]] as const) {
        for (const { node, least } of config.counts(name)) {
          if (least.count === 0) continue
          const empty = config.counts(other).filter(({ most }) => most.count === 0)
          for (const missing of [...config.absent(other), ...empty.map(({ most }) => most)]) {
            const when = both(least.when, missing.when)
            if (canHold(when)) report({ node, when }, 'missing', { name, other })
          }
        }
      }
    }
  },
})
