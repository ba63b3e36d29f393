import { defineRule, forbid, where } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/legacy-forwarded-values',
  title: 'Cache policies should replace forwarded values',
  severity: 'info',
  on: ['AWS::CloudFront::Distribution'],
  why: 'ForwardedValues is deprecated; what it sets can be seen and shared better as a policy.',
  fix: 'Use CachePolicyId, and OriginRequestPolicyId for what the origin gets besides.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-forwardedvalues.html',
      fact: 'The property is deprecated; cache and origin request policies replace it.',
    },
  ],
  notes: ['000:116', '000:117', '000:118', '001:829', '001:830', '001:831', '001:832', '002:1121'],
  check: ofBehaviors(
    // Beside a cache policy they do not count at all.
    where('CachePolicyId', [], forbid('{name} is deprecated; use a cache policy and an origin request policy.', 'ForwardedValues'), {
      orAbsent: true,
    }),
  ),
})
