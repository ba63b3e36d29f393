import { both, canHold, defineRule, listOf } from '#rule'
import { rolesLacking } from './_roles.ts'

const ACTIONS = ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface']

export default defineRule({
  id: 'lambda/vpc-permission-missing',
  title: 'A function in a VPC needs network interface permissions',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function: it must be able to make network interfaces in the VPC.',
  fix: 'Give the role the managed policy service-role/AWSLambdaVPCAccessExecutionRole, or allow the actions in a policy of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
      fact: 'The execution role of a function in a VPC makes, lists and removes network interfaces.',
    },
  ],
  notes: ['000:521', '002:1610'],
  messages: {
    missing: 'The role {role} does not allow {actions}, which a function in a VPC needs; add AWSLambdaVPCAccessExecutionRole.',
  },
  check(fn, { report }) {
    for (const { node, least } of fn.counts('VpcConfig.SubnetIds')) {
      if (least.count === 0) continue
      for (const { role, when, missing } of rolesLacking(fn, least.when, ACTIONS)) {
        const joint = both(when, least.when)
        if (canHold(joint))
          report({ node, when: joint, related: [{ node: role.resource.key, message: 'the role' }] }, 'missing', {
            role: role.resource.id,
            actions: listOf(missing, 'and'),
          })
      }
    }
  },
})
