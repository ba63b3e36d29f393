import { all, defineRule, matches, oneOf } from '#rule'

export default defineRule({
  id: 'appsync/unknown-cache-setting',
  title: 'API cache behavior and type are fixed sets',
  severity: 'error',
  on: ['AWS::AppSync::ApiCache'],
  why: 'AppSync rejects the cache.',
  fix: 'Use a behavior and a size that AppSync has.',
  sources: [
    { url: 'https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApiCache.html', fact: 'The behaviors and sizes of a cache.' },
  ],
  notes: ['000:799'],
  check: all(
    oneOf('ApiCachingBehavior', ['FULL_REQUEST_CACHING', 'PER_RESOLVER_CACHING', 'OPERATION_LEVEL_CACHING']),
    matches(
      'Type',
      /^(SMALL|MEDIUM|LARGE|XLARGE|LARGE_(2|4|8|12)X|[TR]\d_\w+)$/,
      'be SMALL, MEDIUM, LARGE, XLARGE, LARGE_2X, LARGE_4X, LARGE_8X or LARGE_12X',
    ),
  ),
})
