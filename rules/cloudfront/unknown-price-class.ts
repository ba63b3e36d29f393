import { defineRule, oneOf } from '#rule'

export default defineRule({
  id: 'cloudfront/unknown-price-class',
  title: 'The price class must be one that CloudFront knows',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Use PriceClass_100, PriceClass_200 or PriceClass_All.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
      fact: 'The price classes of CloudFront.',
    },
  ],
  notes: ['000:133', '000:134', '000:135', '000:136'],
  check: oneOf('DistributionConfig.PriceClass', ['PriceClass_100', 'PriceClass_200', 'PriceClass_All', 'None']),
})
