import { defineRule } from '#rule'
import { isLogTarget, unversioned } from './_buckets.ts'

export default defineRule({
  id: 's3/unversioned-bucket',
  title: 'A bucket should keep versions',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'What is overwritten or deleted by mistake is gone.',
  fix: 'Set the status of VersioningConfiguration to Enabled.',
  sources: [{ url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', fact: 'Buckets should have versioning.' }],
  notes: ['002:439', '002:568'],
  messages: { off: 'The bucket keeps no versions; set the status of VersioningConfiguration to Enabled.' },
  check(bucket, { report }) {
    if (isLogTarget(bucket)) return
    for (const when of unversioned(bucket)) report({ node: bucket.key, when }, 'off')
  },
})
