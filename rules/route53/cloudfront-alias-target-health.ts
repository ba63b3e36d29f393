import { awsHostsAt, boolean, both, canHold, defineRule, RECORD_TYPES, recordsIn } from '#rule'

export default defineRule({
  id: 'route53/cloudfront-alias-target-health',
  title: 'The health of a distribution cannot be evaluated',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: EvaluateTargetHealth cannot be true for a distribution.',
  fix: 'Set EvaluateTargetHealth to false, or leave it out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      fact: 'EvaluateTargetHealth cannot be true where the target is a CloudFront distribution.',
    },
  ],
  notes: ['001:770', '002:1134', '002:1137', '002:1139'],
  messages: { evaluated: 'EvaluateTargetHealth is true; for a CloudFront distribution it must be false.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const alias of properties.items('AliasTarget')) {
        for (const host of awsHostsAt(resource.template, alias, 'DNSName')) {
          for (const flag of host.service === 'cloudfront' ? alias.known('EvaluateTargetHealth', boolean) : []) {
            const when = both(host.when, flag.when)
            if (flag.value && canHold(when)) report({ node: flag.node, when }, 'evaluated')
          }
        }
      }
    }
  },
})
