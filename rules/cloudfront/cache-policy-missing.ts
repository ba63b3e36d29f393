import { defineRule, requiresOneOf } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/cache-policy-missing',
  title: 'A behavior must have a cache policy or forwarded values',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Set CachePolicyId, for example to the managed policy CachingOptimized, 658327ea-f89d-4fab-a63d-7e88639e58f6.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-defaultcachebehavior.html',
      fact: 'A behavior has a cache policy or, as before there were any, ForwardedValues.',
    },
  ],
  notes: ['000:116', '000:117', '000:118', '001:829', '001:830', '001:831', '001:832', '002:1121'],
  check: ofBehaviors({
    ...requiresOneOf('CachePolicyId', 'ForwardedValues'),
    messages: { requiresOneOf: 'The behavior has neither CachePolicyId nor ForwardedValues; set CachePolicyId.' },
  }),
})
