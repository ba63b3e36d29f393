import { defineRule, isPlaceholder, string } from '#rule'

export default defineRule({
  id: 's3/unmatchable-cors-origin',
  title: 'A CORS origin is scheme, host and port only',
  severity: 'warning',
  on: ['AWS::S3::Bucket'],
  why: 'Browsers send the scheme, the host and the port of a page as its origin. S3 compares texts, so this rule never matches.',
  fix: 'Write scheme, host and port only, for example https://www.example.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
      fact: 'An origin is a scheme with a host and perhaps a port; S3 compares it with that of the request exactly, apart from one wildcard.',
    },
  ],
  notes: ['001:550', '001:551', '001:552', '001:553', '001:554', '002:572', '002:1976', '002:1977', '002:1978', '002:1979'],
  messages: {
    path: 'No browser sends the origin "{origin}"; leave out what stands behind the host.',
    scheme: 'No browser sends the origin "{origin}"; begin it with https://.',
  },
  check(bucket, { report }) {
    for (const fact of bucket.known('CorsConfiguration.CorsRules.*.AllowedOrigins.*', string)) {
      const origin = fact.value
      if (isPlaceholder(origin)) continue
      if (/^https?:\/\/[^/]+\//.test(origin)) report(fact, 'path', { origin })
      else if (/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(origin)) report(fact, 'scheme', { origin })
    }
  },
})
