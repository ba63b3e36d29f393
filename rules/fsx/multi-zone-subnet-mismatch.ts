import { both, canHold, defineRule, string } from '#rule'
import { CONFIGURATIONS } from './_types.ts'

export default defineRule({
  id: 'fsx/multi-zone-subnet-mismatch',
  title: 'Multi-AZ file systems need two subnets and a preferred one',
  severity: 'error',
  on: ['AWS::FSx::FileSystem'],
  why: 'FSx rejects the file system: each of its two file servers has a subnet.',
  fix: 'Give two subnets and PreferredSubnetId for a Multi-AZ deployment, one subnet for a Single-AZ one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html',
      fact: 'Multi-AZ deployments take exactly two subnets, of which one is preferred; Single-AZ deployments and Lustre take one.',
    },
  ],
  notes: ['002:1471', '002:1478', '002:1479'],
  messages: {
    subnets: 'SubnetIds has {count} items; DeploymentType {type} needs {wanted}.',
    preferred: 'DeploymentType {type} needs PreferredSubnetId, which is not set.',
  },
  check(system, { report }) {
    for (const configuration of Object.values(CONFIGURATIONS).flatMap((name) => system.items(name))) {
      for (const { value: type, node, when } of configuration.known('DeploymentType', string)) {
        const isMulti = type.startsWith('MULTI_AZ')
        if (!isMulti && !/^(SINGLE_AZ|SCRATCH|PERSISTENT)/.test(type)) continue
        const wanted = isMulti ? 2 : 1
        for (const { node: list, most, least } of system.counts('SubnetIds')) {
          const off = most.count > wanted ? most : least.count < wanted ? least : undefined
          const joint = off && both(when, off.when)
          if (off && joint && canHold(joint)) report({ node: list, when: joint }, 'subnets', { count: off.count, type, wanted })
        }
        for (const absent of isMulti ? configuration.absent('PreferredSubnetId') : []) {
          const joint = both(when, absent.when)
          if (canHold(joint)) report({ node, when: joint }, 'preferred', { type })
        }
      }
    }
  },
})
