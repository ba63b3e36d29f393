import { awsHostsAt, both, canHold, defineRule, present, RECORD_TYPES, recordsIn, zonesOf } from '#rule'

export default defineRule({
  id: 'route53/private-zone-cloudfront-alias',
  title: 'A private zone cannot hold a CloudFront alias',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Put the record into the public zone, or use a CNAME.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      fact: 'Aliases to CloudFront distributions cannot be created in a private zone.',
    },
  ],
  notes: ['002:1134', '002:1137', '002:1139'],
  messages: { private: 'The zone {zone} is private, and cannot hold an alias to CloudFront; use a CNAME or the public zone.' },
  check(resource, { report }) {
    for (const record of recordsIn(resource)) {
      for (const zone of zonesOf(record)) {
        for (const vpcs of zone.resource ? present(zone.resource, 'VPCs') : []) {
          for (const alias of record.properties.items('AliasTarget')) {
            for (const host of awsHostsAt(resource.template, alias, 'DNSName')) {
              const when = both(both(zone.when, vpcs.when), host.when)
              if (host.service === 'cloudfront' && zone.resource && canHold(when))
                report({ node: host.node, when }, 'private', { zone: zone.resource.id })
            }
          }
        }
      }
    }
  },
})
