import {
  atKey,
  both,
  canHold,
  defineRule,
  domainNamesAt,
  pairsWith,
  policiesOfRecord,
  present,
  RECORD_TYPES,
  recordsIn,
  writtenOf,
} from '#rule'

export default defineRule({
  id: 'route53/set-identifier-mismatch',
  title: 'Records of a routing policy need identifiers of their own',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Give SetIdentifier with each routing policy, another one for each record of the same name and type; remove it from simple records.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'SetIdentifier tells records of the same name and type from each other; it is there for every routing policy but the simple one.',
    },
  ],
  notes: ['002:1143', '002:2301', '002:2303'],
  cfnLint: ['E3023'],
  messages: {
    missing: '{policy} needs SetIdentifier, which is not set.',
    simple: 'SetIdentifier needs a routing policy such as Weight or Failover, and none is set; remove it or add one.',
    twice: 'Two records of {name} have the SetIdentifier "{id}"; give each its own.',
  },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      const { properties } = record
      const policies = policiesOfRecord(record) ?? []
      for (const { policy, node, when } of policies) {
        if (policy === 'simple') {
          for (const set of present(properties, 'SetIdentifier')) {
            if (canHold(both(set.when, when))) report(atKey(set, both(set.when, when)), 'simple')
          }
        } else {
          for (const absent of properties.absent('SetIdentifier')) {
            if (canHold(both(absent.when, when))) report({ node, when: both(absent.when, when) }, 'missing', { policy })
          }
        }
      }
      for (const id of domainNamesAt(resource.template, properties, 'SetIdentifier')) {
        for (const { other, when } of pairsWith(record, (a, b) => a.key === b.key)) {
          for (const one of domainNamesAt(resource.template, other.record.properties, 'SetIdentifier')) {
            const joint = both(when, both(id.when, one.when))
            if (id.text !== one.text || !canHold(joint)) continue
            const related = [{ node: one.node, message: 'the other one' }]
            report({ node: id.node, when: joint, related }, 'twice', { id: writtenOf(id.text), name: writtenOf(other.name.text) })
          }
        }
      }
    }
  },
})
