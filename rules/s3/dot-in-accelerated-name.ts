import { defineRule, formsOf, nodesAt, shorten, string, suspectsOf } from '#rule'

export default defineRule({
  id: 's3/dot-in-accelerated-name',
  title: 'An accelerated bucket cannot have a dot in its name',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 refuses to switch acceleration on, and the stack fails.',
  fix: 'Use hyphens instead of dots, or leave AccelerateConfiguration out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html',
      fact: 'Names of buckets that use acceleration have no periods.',
    },
  ],
  notes: ['001:593', '001:594', '002:429', '002:435', '003:115'],
  messages: { dot: 'The bucket name "{name}" has a dot, so transfer acceleration cannot be enabled; use hyphens.' },
  check(bucket, { report }) {
    const enabled = bucket.known('AccelerateConfiguration.AccelerationStatus', string).filter(({ value }) => value === 'Enabled')
    for (const { when } of enabled) {
      for (const { node } of nodesAt(bucket, 'BucketName')) {
        for (const { text, place } of suspectsOf(formsOf(bucket.template, node, when), (name) => name.includes('.')))
          report(place, 'dot', { name: shorten(text) })
      }
    }
  },
})
