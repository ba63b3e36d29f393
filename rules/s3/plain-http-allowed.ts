import { defineRule, resourcePoliciesOf } from '#rule'
import { bucketsOf } from './_buckets.ts'

export default defineRule({
  id: 's3/plain-http-allowed',
  title: 'A bucket policy should refuse plain HTTP',
  severity: 'info',
  on: ['AWS::S3::BucketPolicy'],
  why: 'Requests over plain HTTP can be read and changed on the way.',
  fix: 'Add a Deny on s3:* to everybody where aws:SecureTransport is false, for the bucket and its objects.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
      fact: 'Buckets should require requests to use SSL.',
    },
  ],
  notes: ['001:588', '001:589', '001:590', '001:591', '001:592', '002:474', '002:701', '002:2142'],
  messages: { open: 'The policy of {bucket} does not refuse plain HTTP; deny where aws:SecureTransport is false.' },
  check(policy, { report }) {
    for (const { resource: bucket, when } of bucketsOf(policy)) {
      const { policies, isComplete } = resourcePoliciesOf(bucket)
      const documents = policies.map(({ document }) => document)
      if (!isComplete || documents.some((document) => !document.isComplete) || documents[0]?.resource !== policy) continue
      const isRefused = documents
        .flatMap(({ statements }) => statements)
        .some(
          (statement) =>
            !statement.isAllow && statement.conditions().some(({ key }) => /^(aws:SecureTransport|s3:TlsVersion)$/i.test(key.text)),
        )
      if (!isRefused) report({ node: policy.key, when }, 'open', { bucket: bucket.id })
    }
  },
})
