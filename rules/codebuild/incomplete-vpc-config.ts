import { atKey, both, canHold, defineRule, present } from '#rule'
import { api, VPC } from './_project.ts'

const PARTS = ['VpcId', 'Subnets', 'SecurityGroupIds']

export default defineRule({
  id: 'codebuild/incomplete-vpc-config',
  title: 'VpcConfig needs VPC, subnets and security groups',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses a project whose VPC is only half described.',
  fix: 'Set VpcId, Subnets and SecurityGroupIds, or none of them.',
  sources: [
    { url: VPC, fact: 'A project in a VPC has a VPC ID, subnets and security groups.' },
    { url: api('VpcConfig'), fact: 'At most 16 subnets and 5 security groups.' },
  ],
  notes: ['002:1190', '002:2351', '002:2357'],
  messages: {
    missing: 'VpcConfig has {present} but no {missing}; set all of VpcId, Subnets and SecurityGroupIds.',
    subnets: 'There are {count} subnets; a project has at most 16.',
    groups: 'There are {count} security groups; a project has at most 5.',
  },
  check(project, { report }) {
    for (const vpc of project.items('VpcConfig')) {
      for (const missing of PARTS) {
        const other = PARTS.find((part) => part !== missing && present(vpc, part).length)
        if (!other) continue
        for (const absent of vpc.absent(missing)) {
          const fact = present(vpc, other).find((one) => canHold(both(one.when, absent.when)))
          if (fact) report(atKey(fact, both(fact.when, absent.when)), 'missing', { present: other, missing })
        }
      }
      for (const { node, most } of vpc.counts('Subnets'))
        if (most.count > 16) report({ node, when: most.when }, 'subnets', { count: most.count })
      for (const { node, most } of vpc.counts('SecurityGroupIds'))
        if (most.count > 5) report({ node, when: most.when }, 'groups', { count: most.count })
    }
  },
})
