import { defineRule, list } from '#rule'

export default defineRule({
  id: 's3/abandoned-multipart-uploads',
  title: 'Unfinished multipart uploads should be cleaned up',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'The parts of uploads that were never finished stay, are not listed, and are paid for.',
  fix: 'Add a lifecycle rule with AbortIncompleteMultipartUpload.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
      fact: 'A lifecycle rule removes the parts of uploads that are not finished in time.',
    },
  ],
  notes: ['001:595', '001:596', '001:597', '001:598', '001:599', '002:588'],
  messages: { left: 'Parts of unfinished uploads are kept for ever; add a rule with AbortIncompleteMultipartUpload.' },
  check(bucket, { report }) {
    for (const { node, when } of bucket.known('LifecycleConfiguration.Rules', list)) {
      const rules = bucket.under(when).items('LifecycleConfiguration.Rules')
      const isKnown = bucket.facts('LifecycleConfiguration.Rules.*').every(({ state }) => state === 'known')
      if (isKnown && rules.every((rule) => rule.facts('AbortIncompleteMultipartUpload').every(({ state }) => state === 'absent')))
        report({ node, span: node.key?.span ?? node.span, when }, 'left')
    }
  },
})
