import { both, canHold, defineRule, pairsWith, policiesOfRecord, RECORD_TYPES, type RoutingPolicy, recordsIn, writtenOf } from '#rule'

const wordOf = (policy: RoutingPolicy): string => (policy === 'simple' ? 'no routing policy' : policy)

export default defineRule({
  id: 'route53/routing-policy-conflict',
  title: 'Records of one name and type must share one routing policy',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the second record.',
  fix: 'Use one routing policy for all records of a name and type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'Records with the same name and type cannot mix routing policies, nor stand beside a simple record.',
    },
  ],
  notes: ['002:1143', '002:2301', '002:2303'],
  messages: {
    several: '{policy} and {other} exclude each other; a record has one routing policy.',
    mixed: 'One record of {name} has {policy}, another one of the same type {other}; use one routing policy for both.',
  },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      const own = policiesOfRecord(record) ?? []
      own.forEach(({ policy, node, when }, i) => {
        for (const other of own.slice(0, i)) {
          const joint = both(when, other.when)
          if (other.policy !== policy && canHold(joint)) report({ node, when: joint }, 'several', { policy, other: other.policy })
        }
      })
      for (const pair of pairsWith(record, (a, b) => a.key === b.key)) {
        for (const { policy, when } of own) {
          for (const other of policiesOfRecord(pair.other.record) ?? []) {
            const joint = both(pair.when, both(when, other.when))
            if (policy === other.policy || !canHold(joint)) continue
            const related = [{ node: pair.other.name.node, message: 'the other one' }]
            const data = { name: writtenOf(pair.own.name.text), policy: wordOf(policy), other: wordOf(other.policy) }
            report({ node: pair.own.name.node, when: joint, related }, 'mixed', data)
          }
        }
      }
    }
  },
})
