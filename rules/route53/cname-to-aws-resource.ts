import { both, canHold, defineRule, hostsOf, nodesAt, RECORD_TYPES, recordsIn, string, table } from '#rule'

const NAMES: Readonly<Record<string, string>> = table({ cloudfront: 'a distribution', elb: 'a load balancer', website: 'a website in S3' })

export default defineRule({
  id: 'route53/cname-to-aws-resource',
  title: 'Names of AWS resources should be reached by alias records',
  severity: 'info',
  on: [...RECORD_TYPES],
  why: 'Queries of an alias cost nothing, need one answer instead of two, and an alias works at the apex of the zone, too.',
  fix: 'Use an A (and AAAA) record with AliasTarget.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
      fact: 'Route 53 does not charge for alias queries to AWS resources; aliases can stand at the top node of a zone.',
    },
  ],
  notes: ['003:94'],
  messages: { cname: 'This CNAME leads to {target}; use an alias record of type A instead.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const type of properties.known('Type', string)) {
        for (const { node, when } of type.value === 'CNAME' ? nodesAt(properties, 'ResourceRecords.*') : []) {
          for (const host of hostsOf(resource.template, node, when)) {
            const target = NAMES[host.service]
            const joint = both(type.when, host.when)
            if (target && canHold(joint)) report({ node: host.node, when: joint }, 'cname', { target })
          }
        }
      }
    }
  },
})
