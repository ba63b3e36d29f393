import { all, defineRule, each, oneOf } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/unknown-protocol-policy',
  title: 'Protocol policies must be values that CloudFront knows',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Use one of the values that are named.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html',
      fact: 'Viewers use allow-all, https-only or redirect-to-https.',
    },
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html',
      fact: 'Origins are reached with http-only, https-only or match-viewer.',
    },
  ],
  notes: [
    '000:110',
    '000:111',
    '000:157',
    '000:159',
    '001:609',
    '001:873',
    '001:874',
    '002:1119',
    '002:1121',
    '002:2298',
    '004:158',
    '004:160',
  ],
  check: all(
    ofBehaviors(oneOf('ViewerProtocolPolicy', ['allow-all', 'https-only', 'redirect-to-https'])),
    each('DistributionConfig.Origins', oneOf('CustomOriginConfig.OriginProtocolPolicy', ['http-only', 'https-only', 'match-viewer'])),
  ),
})
