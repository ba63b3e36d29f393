import { defineRule } from '#rule'
import { isLogTarget } from './_buckets.ts'

export default defineRule({
  id: 's3/no-access-logging',
  title: 'A bucket should have access logging',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'Nobody can tell later who read, changed or deleted objects.',
  fix: 'Name a log bucket in LoggingConfiguration, or record data events with CloudTrail.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
      fact: 'Buckets should have server access logging.',
    },
  ],
  notes: ['002:445', '002:447', '002:598', '002:2290'],
  messages: { off: 'Access to the bucket is not logged; name a log bucket in LoggingConfiguration.' },
  check(bucket, { report }) {
    if (isLogTarget(bucket)) return
    for (const { when } of bucket.absent('LoggingConfiguration')) report({ node: bucket.key, when }, 'off')
  },
})
