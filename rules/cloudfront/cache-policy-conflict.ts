import { all, defineRule, exclusive } from '#rule'
import { ofBehaviors } from './_behaviors.ts'

const LEGACY = ['ForwardedValues', 'MinTTL', 'DefaultTTL', 'MaxTTL'] as const

export default defineRule({
  id: 'cloudfront/cache-policy-conflict',
  title: 'A behavior takes a cache policy or legacy cache settings, not both',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'The settings of the cache policy count, and these are ignored or refused.',
  fix: 'Remove them, and put what they say into a cache policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-cachebehavior.html',
      fact: 'ForwardedValues and the times of a behavior are what there was before cache policies.',
    },
  ],
  notes: ['000:116', '000:117', '000:118', '001:829', '001:830', '001:831', '001:832', '002:1107', '002:1117', '002:1118', '002:1121'],
  cfnLint: ['W3704'],
  check: ofBehaviors(
    all(
      ...LEGACY.map((name) => ({
        ...exclusive('CachePolicyId', name),
        messages: { exclusive: '{other} does not count beside {one}; remove it.' },
      })),
    ),
  ),
})
