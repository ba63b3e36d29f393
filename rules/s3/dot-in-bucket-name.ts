import { defineRule, present, string } from '#rule'
import { isWebsite } from './_buckets.ts'

export default defineRule({
  id: 's3/dot-in-bucket-name',
  title: 'A bucket name should have no dots unless it hosts a website',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'The certificate of S3 does not cover names with dots, so that clients refuse the address of the bucket over HTTPS.',
  fix: 'Use hyphens instead of dots, unless the bucket is a website.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
      fact: 'Names with dots are recommended for websites only.',
    },
  ],
  notes: ['002:429', '002:435'],
  messages: { dot: 'The bucket name "{name}" has a dot, which the certificate of S3 does not cover; use hyphens.' },
  check(bucket, { report }) {
    if (isWebsite(bucket) || present(bucket, 'AccelerateConfiguration').length > 0) return
    for (const name of bucket.known('BucketName', string))
      if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name.value)) report(name, 'dot', { name: name.value })
  },
})
