import { defineRule, each, matches } from '#rule'

export default defineRule({
  id: 'cloudfront/invalid-path-pattern',
  title: 'A path pattern has at most 255 of the allowed characters',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the pattern, or never matches it.',
  fix: `Use letters, digits and _ - . * $ / ~ " ' @ : + ? & only, and no query string.`,
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
      fact: 'The characters of a path pattern, 255 at most.',
    },
  ],
  notes: ['001:839', '001:840', '001:841', '002:1121'],
  check: each(
    'DistributionConfig.CacheBehaviors',
    matches('PathPattern', /^[\w\-.*$/~"'@:+?&;]{1,255}$/, 'have 1 to 255 letters, digits and _ - . * $ / ~ " \' @ : + ? &'),
  ),
})
