import { behaviorsOf, defineRule, number, together } from '#rule'

const NAMES = ['MinTTL', 'DefaultTTL', 'MaxTTL'] as const

export default defineRule({
  id: 'cloudfront/ttl-order',
  title: 'MinTTL, DefaultTTL and MaxTTL must ascend',
  severity: 'error',
  on: ['AWS::CloudFront::CachePolicy', 'AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the times.',
  fix: 'Let MinTTL be at most DefaultTTL, and DefaultTTL at most MaxTTL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html',
      fact: 'The least time is not longer than the usual one, which is not longer than the most.',
    },
  ],
  notes: ['001:827', '001:828', '001:830', '001:832', '001:833', '001:834', '001:835', '002:1107', '002:1117', '002:1118', '002:1121'],
  messages: { order: '{less} is {low} and {more} is {high}; the first must not be greater.' },
  check(resource, { report }) {
    const holders = resource.type === 'AWS::CloudFront::CachePolicy' ? resource.items('CachePolicyConfig') : behaviorsOf(resource)
    for (const holder of holders) {
      NAMES.forEach((less, i) => {
        for (const more of NAMES.slice(i + 1)) {
          for (const [low, high] of together(holder.known(less, number), holder.known(more, number)))
            if (low.value > high.value) report(low, 'order', { less, low: low.value, more, high: high.value })
        }
      })
    }
  },
})
