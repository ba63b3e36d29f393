import { both, canHold, defineRule, present, RECORD_TYPES, recordsIn } from '#rule'

export default defineRule({
  id: 'route53/record-without-value',
  title: 'A record needs an alias target, or values and a TTL',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Give AliasTarget, or ResourceRecords and TTL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      fact: 'A record that is no alias has values and a TTL.',
    },
  ],
  notes: ['001:767', '001:768', '002:1134', '002:1135', '002:1137', '002:1139', '003:94'],
  cfnLint: ['E3023'],
  messages: {
    values: 'The record has neither AliasTarget nor ResourceRecords; give one of them.',
    ttl: 'The record has ResourceRecords and no TTL; give the seconds for which they may be kept, 300 for instance.',
  },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const alias of properties.absent('AliasTarget')) {
        const here = properties.under(alias.when)
        for (const { node, when } of here.absent('ResourceRecords')) report({ node, when }, 'values')
        for (const values of present(here, 'ResourceRecords')) {
          for (const ttl of here.absent('TTL')) {
            const when = both(values.when, ttl.when)
            if (canHold(when)) report({ node: ttl.node, when }, 'ttl')
          }
        }
      }
    }
  },
})
