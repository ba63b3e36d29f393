import { defineRule, distinct } from '#rule'

export default defineRule({
  id: 'cloudfront/duplicate-origin-id',
  title: 'Origin ids of a distribution must differ',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Give each origin and origin group an ID of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origin.html',
      fact: 'The ID of an origin is unique in its distribution.',
    },
  ],
  notes: ['000:138', '000:140', '001:821', '001:836', '001:837', '002:1111', '002:1117'],
  check: distinct(
    'Two origins or origin groups have the ID "{value}"; give each its own.',
    'DistributionConfig.Origins.*.Id',
    'DistributionConfig.OriginGroups.Items.*.Id',
  ),
})
