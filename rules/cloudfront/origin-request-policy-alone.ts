import { defineRule, requires } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/origin-request-policy-alone',
  title: 'An origin request policy needs a cache policy beside it',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Set CachePolicyId too, or remove OriginRequestPolicyId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
      fact: 'An origin request policy is used together with a cache policy.',
    },
  ],
  notes: ['000:116', '000:117', '000:118', '001:829', '001:830', '001:831', '001:832'],
  check: ofBehaviors({
    ...requires('OriginRequestPolicyId', 'CachePolicyId'),
    messages: { requires: '{path} works with a cache policy only; set {needed}.' },
  }),
})
