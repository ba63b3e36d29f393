import { defineRule, string, together } from '#rule'

export default defineRule({
  id: 's3/open-cors-writes',
  title: 'Not every origin should be allowed to write',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'Every website may let the browsers of its visitors write here, as far as they have access.',
  fix: 'Name the origins of your applications.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
      fact: 'The origins from which browsers may use a method.',
    },
  ],
  notes: ['001:550', '001:551', '001:552', '001:553', '001:554', '002:572', '002:1976', '002:1977', '002:1978', '002:1979'],
  messages: { open: 'Every origin may use {method}; name the origins of your applications.' },
  check(bucket, { report }) {
    for (const rule of bucket.items('CorsConfiguration.CorsRules')) {
      const methods = rule.known('AllowedMethods.*', string).filter(({ value }) => /^(PUT|POST|DELETE)$/.test(value))
      for (const origin of rule.known('AllowedOrigins.*', string).filter(({ value }) => value === '*')) {
        const [pair] = together([origin], methods)
        if (pair) report(pair[0], 'open', { method: pair[1].value })
      }
    }
  },
})
