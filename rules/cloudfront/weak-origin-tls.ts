import { defineRule, string } from '#rule'
import { isOffered } from './_behaviors.ts'

const KNOWN = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2']

export default defineRule({
  id: 'cloudfront/weak-origin-tls',
  title: 'Origin TLS protocols must be 1.2 or newer',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'SSL and the first versions of TLS have known weaknesses, with which traffic can be read.',
  fix: 'List TLSv1.2 only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html',
      fact: 'Distributions should not use outdated SSL protocols to custom origins.',
    },
  ],
  notes: ['001:874', '002:2299'],
  messages: {
    weak: '{protocol} is outdated; list TLSv1.2 only.',
    unknown: 'CloudFront knows no protocol "{protocol}"; use TLSv1.2.',
  },
  check(distribution, { report }) {
    for (const origin of distribution.items('DistributionConfig.Origins.*.CustomOriginConfig')) {
      const policies = origin.possible('OriginProtocolPolicy', string)
      // Such an origin, as the website of a bucket is, is never reached by TLS.
      const isPlain = policies.every((policy) => policy.state === 'known' && policy.value === 'http-only')
      for (const protocol of origin.known('OriginSSLProtocols.*', string)) {
        if (!KNOWN.includes(protocol.value)) report(protocol, 'unknown', { protocol: protocol.value })
        else if (protocol.value !== 'TLSv1.2' && !isPlain && !isOffered(protocol)) report(protocol, 'weak', { protocol: protocol.value })
      }
    }
  },
})
