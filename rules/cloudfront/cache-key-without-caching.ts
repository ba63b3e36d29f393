import { defineRule, number, string, together } from '#rule'

const PARTS = [
  ['HeadersConfig.HeaderBehavior', 'none'],
  ['CookiesConfig.CookieBehavior', 'none'],
  ['QueryStringsConfig.QueryStringBehavior', 'none'],
  ['EnableAcceptEncodingGzip', 'false'],
  ['EnableAcceptEncodingBrotli', 'false'],
] as const

export default defineRule({
  id: 'cloudfront/cache-key-without-caching',
  title: 'A cache policy with caching off must have an empty cache key',
  severity: 'error',
  on: ['AWS::CloudFront::CachePolicy'],
  why: 'CloudFront rejects the policy: "The parameter HeaderBehavior is invalid for policy with caching disabled", for one.',
  fix: 'Leave the cache key empty and send the values with an origin request policy, or set MaxTTL above 0.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-create-cache-policy.html',
      fact: 'With all times 0 nothing is cached, and the settings of the cache key cannot be used.',
    },
  ],
  notes: ['001:827', '001:828', '001:830', '001:832', '001:833', '001:834', '001:835'],
  messages: { key: '{name} is {value}, but MaxTTL 0 switches caching off; use {none}, or a MaxTTL above 0.' },
  check(policy, { report }) {
    for (const most of policy.known('CachePolicyConfig.MaxTTL', number)) {
      if (most.value !== 0) continue
      for (const [path, none] of PARTS) {
        for (const [part] of together(policy.known(`CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.${path}`, string), [most])) {
          if (part.value.toLowerCase() !== none) report(part, 'key', { name: path.split('.').pop() ?? path, value: part.value, none })
        }
      }
    }
  },
})
