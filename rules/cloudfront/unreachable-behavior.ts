import { covers, defineRule, jointly, type Known, string } from '#rule'

const plain = (pattern: string): string => pattern.replace(/^\//, '')

export default defineRule({
  id: 'cloudfront/unreachable-behavior',
  title: 'A cache behavior must not be hidden by an earlier pattern',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'The first behavior that matches is used, so this one never is.',
  fix: 'Move the narrower pattern before the wider one; leave what is for everything to DefaultCacheBehavior.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
      fact: 'Behaviors are tried in the order of the list; the default one comes last.',
    },
  ],
  notes: ['000:149', '000:151', '001:839', '001:840', '001:841', '002:1121'],
  messages: { hidden: 'The pattern "{earlier}" before it covers "{pattern}", so this behavior is never used; move it up.' },
  check(distribution, { report }) {
    const patterns = distribution.known('DistributionConfig.CacheBehaviors.*.PathPattern', string)
    patterns.forEach((pattern, i) => {
      const isHiding = (one: Known<string>): boolean =>
        one.value !== pattern.value && covers(plain(one.value), plain(pattern.value)) && jointly(one.when, pattern.when) !== undefined
      const earlier = patterns.slice(0, i).find(isHiding)
      const when = earlier && jointly(earlier.when, pattern.when)
      if (when) {
        const related = [{ node: earlier.node, message: 'the wider pattern' }]
        report({ node: pattern.node, when, related }, 'hidden', { earlier: earlier.value, pattern: pattern.value })
      }
    })
  },
})
