import { atKey, defineRule, jointly, string } from '#rule'
import { filled } from './_behaviors.ts'

const KINDS = [
  ['HeadersConfig', 'HeaderBehavior', 'Headers'],
  ['CookiesConfig', 'CookieBehavior', 'Cookies'],
  ['QueryStringsConfig', 'QueryStringBehavior', 'QueryStrings'],
] as const
const SELECTIVE = ['whitelist', 'allExcept', 'allViewerAndWhitelistCloudFront']

export default defineRule({
  id: 'cloudfront/cache-key-list-mismatch',
  title: 'Whitelist behaviors need a list, none and all must not have one',
  severity: 'error',
  on: ['AWS::CloudFront::CachePolicy', 'AWS::CloudFront::OriginRequestPolicy'],
  why: 'CloudFront rejects the policy.',
  fix: 'Give the list where the behavior selects by name, and leave it out where it takes none or all.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyHeadersConfig.html',
      fact: 'The list is given with whitelist, and not with none.',
    },
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyHeadersConfig.html',
      fact: 'The list is given with whitelist, allViewerAndWhitelistCloudFront and allExcept.',
    },
  ],
  notes: ['001:827', '001:828', '001:830', '001:832', '001:833', '001:834', '001:835'],
  messages: {
    missing: '{behavior} {value} selects by name, so it needs {list}; name at least one.',
    idle: '{behavior} {value} takes no {list}; remove the list or use whitelist.',
  },
  check(policy, { report }) {
    const path =
      policy.type === 'AWS::CloudFront::CachePolicy'
        ? 'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin'
        : 'OriginRequestPolicyConfig'
    for (const [config, behavior, names] of KINDS) {
      for (const part of policy.items(`${path}.${config}`)) {
        for (const { value, node, when } of part.known(behavior, string)) {
          if (SELECTIVE.includes(value)) {
            for (const absent of part.lacking(names)) {
              const joint = jointly(when, absent)
              if (joint) report({ node, when: joint }, 'missing', { behavior, value, list: names })
            }
          } else if (value === 'none' || value === 'all' || value === 'allViewer') {
            for (const named of filled(part, names)) {
              const joint = jointly(when, named.when)
              if (joint) report(atKey(named, joint), 'idle', { behavior, value, list: names })
            }
          }
        }
      }
    }
  },
})
