import { defineRule, jointly, originDomains, originsOf, string } from '#rule'

export default defineRule({
  id: 'cloudfront/https-to-website-endpoint',
  title: 'An S3 website endpoint can only be reached over plain HTTP',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'Website endpoints of S3 speak HTTP only: viewers get 502 or 504.',
  fix: 'Set OriginProtocolPolicy to http-only, or use the REST endpoint of the bucket with an origin access control.',
  sources: [
    { url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html', fact: 'Website endpoints support no HTTPS.' },
  ],
  notes: ['001:609', '002:1111', '002:1123', '002:2294', '004:156'],
  messages: { https: 'A website endpoint of S3 is reached over HTTP only, so {policy} fails; use http-only.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      const [domain] = originDomains(distribution.template, origin).filter(({ kind }) => kind === 'website')
      if (!domain) continue
      for (const policy of origin.known('CustomOriginConfig.OriginProtocolPolicy', string)) {
        const when = jointly(policy.when, domain.when)
        if (when && policy.value === 'https-only') report({ node: policy.node, when }, 'https', { policy: policy.value })
      }
    }
  },
})
