import { awsHostsAt, both, canHold, defineRule, RECORD_TYPES, recordsIn, string } from '#rule'

export default defineRule({
  id: 'route53/alias-cname',
  title: 'An alias to a service of AWS has the type A or AAAA',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: an alias has the type of its target, and the target is no CNAME.',
  fix: 'Set Type to A, and add a second record of the type AAAA where the target has IPv6.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'The type of an alias is A or AAAA for distributions, load balancers and websites in buckets; CNAME only for another record of the zone.',
    },
  ],
  notes: ['001:770', '002:1134', '002:1137', '002:1139'],
  messages: { cname: 'An alias to a service of AWS cannot have the type CNAME; use A or AAAA.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const type of properties.known('Type', string)) {
        for (const alias of type.value === 'CNAME' ? properties.under(type.when).items('AliasTarget') : []) {
          for (const host of awsHostsAt(resource.template, alias, 'DNSName')) {
            const when = both(host.when, type.when)
            if (canHold(when)) report({ node: type.node, when }, 'cname')
          }
        }
      }
    }
  },
})
