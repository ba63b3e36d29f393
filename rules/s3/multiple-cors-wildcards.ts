import { defineRule, string } from '#rule'

export default defineRule({
  id: 's3/multiple-cors-wildcards',
  title: 'A CORS origin or header has at most one wildcard',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the CORS configuration, and the stack fails.',
  fix: 'Keep one asterisk.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
      fact: 'An origin or a header has at most one wildcard.',
    },
  ],
  notes: ['001:550', '001:551', '001:552', '001:553', '001:554', '002:572', '002:1976', '002:1977', '002:1978', '002:1979', '003:117'],
  messages: { several: '"{value}" has more than one asterisk; S3 takes one at most.' },
  check(bucket, { report }) {
    for (const name of ['AllowedOrigins', 'AllowedHeaders']) {
      for (const fact of bucket.known(`CorsConfiguration.CorsRules.*.${name}.*`, string))
        if (fact.value.split('*').length > 2) report(fact, 'several', { value: fact.value })
    }
  },
})
