import { defineRule, oneOf, string } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/plain-http-viewer',
  title: 'Viewers must be served over HTTPS',
  severity: 'info',
  on: ['AWS::CloudFront::Distribution'],
  why: 'Viewers who ask over HTTP are answered over HTTP, for anybody between to read and to change.',
  fix: 'Use redirect-to-https, or https-only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html',
      fact: 'Distributions should require encryption in transit from viewers.',
    },
  ],
  notes: ['000:110', '000:157', '000:159', '001:609', '001:873', '002:1119', '002:1121', '002:2298', '004:158', '004:160'],
  check: ofBehaviors({
    ...oneOf('ViewerProtocolPolicy', ['redirect-to-https', 'https-only']),
    messages: { oneOf: 'Viewers may use plain HTTP; use redirect-to-https.' },
    run({ target, report }) {
      for (const policy of target.known('ViewerProtocolPolicy', string)) if (policy.value === 'allow-all') report(policy, 'oneOf')
    },
  }),
})
