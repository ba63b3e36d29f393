import { defineRule, distinct } from '#rule'

export default defineRule({
  id: 'cloudfront/duplicate-path-pattern',
  title: 'Path patterns of a distribution must differ',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'The first behavior that matches is used, so the second one never is.',
  fix: 'Change one of the patterns, or remove its behavior.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
      fact: 'Behaviors are tried in the order of the list.',
    },
  ],
  notes: ['001:839', '001:840', '001:841', '002:1121'],
  check: distinct(
    'The pattern "{value}" has a behavior already, so this one is never used; change or remove it.',
    'DistributionConfig.CacheBehaviors.*.PathPattern',
  ),
})
