import { atKey, both, canHold, defineRule, present, RECORD_TYPES, recordsIn } from '#rule'

export default defineRule({
  id: 'route53/alias-with-records',
  title: 'An alias record has no TTL and no records',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Remove TTL and ResourceRecords; an alias has those of its target.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      fact: 'With AliasTarget, TTL and ResourceRecords are left out.',
    },
  ],
  notes: ['001:770', '002:1134', '002:1137', '002:1139', '003:94'],
  cfnLint: ['E3029'],
  messages: { beside: '{name} cannot stand beside AliasTarget; remove it, an alias has that of its target.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const alias of present(properties, 'AliasTarget')) {
        for (const name of ['TTL', 'ResourceRecords']) {
          for (const set of present(properties, name)) {
            const when = both(alias.when, set.when)
            if (canHold(when)) report(atKey(set, when), 'beside', { name })
          }
        }
      }
    }
  },
})
