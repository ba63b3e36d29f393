import { behaviorsOf, defineRule, string, together } from '#rule'

const WITHOUT_QUERY = ['658327ea-f89d-4fab-a63d-7e88639e58f6', 'b2884449-e4de-46a7-ac36-70bc7f1ddd6d']
const SENDING_QUERY = ['216adef6-5c7f-47e4-b989-5492eafa07d3', 'b689b0a8-53d0-40ab-baf2-68738e2966ac']

export default defineRule({
  id: 'cloudfront/query-string-missing-from-cache-key',
  title: 'Query strings sent to the origin must be part of the cache key',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'The first answer is cached for every query string: viewers get what others asked for.',
  fix: 'Put the query strings into the cache key, or switch caching off with the policy CachingDisabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html',
      fact: 'What changes the answer belongs into the cache key.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html',
      fact: 'CachingOptimized, 658327ea-f89d-4fab-a63d-7e88639e58f6, has no query strings in its key.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html',
      fact: 'AllViewer, 216adef6-5c7f-47e4-b989-5492eafa07d3, and AllViewerExceptHostHeader send all query strings to the origin.',
    },
  ],
  notes: ['001:827', '001:828', '001:832'],
  messages: { shared: 'Query strings are sent to the origin but are not in the cache key of {policy}; use a cache policy with them.' },
  check(distribution, { report }) {
    for (const behavior of behaviorsOf(distribution)) {
      const cache = behavior.known('CachePolicyId', string).filter(({ value }) => WITHOUT_QUERY.includes(value))
      const request = behavior.known('OriginRequestPolicyId', string).filter(({ value }) => SENDING_QUERY.includes(value))
      for (const [policy] of together(cache, request)) report(policy, 'shared', { policy: policy.value })
    }
  },
})
