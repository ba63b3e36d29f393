import { defineRule, jointly, originDomains, originsOf, shorten, string } from '#rule'

export default defineRule({
  id: 'cloudfront/plain-http-origin',
  title: 'CloudFront must reach its origin over HTTPS',
  severity: 'info',
  on: ['AWS::CloudFront::Distribution'],
  why: 'What goes between CloudFront and the origin can be read and changed on the way, also where viewers use HTTPS.',
  fix: 'Give the origin a certificate and use https-only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html',
      fact: 'Distributions should encrypt traffic to custom origins.',
    },
  ],
  notes: ['000:110', '000:111', '000:157', '001:874', '002:2299'],
  messages: { plain: 'CloudFront asks {domain} over plain HTTP; use https-only.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      const domains = originDomains(distribution.template, origin).filter(({ kind }) => kind === 'other')
      for (const policy of origin.known('CustomOriginConfig.OriginProtocolPolicy', string).filter(({ value }) => value === 'http-only')) {
        for (const { text, when } of domains) {
          const joint = jointly(policy.when, when)
          if (joint) report({ node: policy.node, when: joint }, 'plain', { domain: shorten(text) })
        }
      }
    }
  },
})
