import { atKey, both, canHold, defineRule, present } from '#rule'

const FUNCTION = [
  ['CapacityProviderConfig', 'ProvisionedConcurrencyConfig'],
  ['CapacityProviderConfig', 'VpcConfig'],
] as const
const PROVIDER = [['InstanceRequirements.AllowedTypes', 'InstanceRequirements.ExcludedTypes']] as const

export default defineRule({
  id: 'sam/capacity-provider-conflict',
  title: 'Capacity provider excludes another setting',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::CapacityProvider'],
  why: 'Managed instances run in the VPC of the capacity provider and are always warm; the transform refuses what contradicts that.',
  fix: 'Keep one of the two settings.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'Lists the pairs of properties that cannot be given together.',
    },
  ],
  messages: {
    both: '{one} and {other} exclude each other; keep one of them.',
  },
  check(resource, { report }) {
    for (const [one, other] of resource.type === 'AWS::Serverless::Function' ? FUNCTION : PROVIDER) {
      for (const a of present(resource, one)) {
        for (const b of present(resource, other)) {
          const when = both(a.when, b.when)
          const place = { ...atKey(b, when), related: [{ node: a.node, message: one }] }
          if (canHold(when)) report(place, 'both', { one: last(one), other: last(other) })
        }
      }
    }
  },
})

const last = (path: string): string => path.split('.').pop() ?? path
