import { closest, defineRule } from '#rule'
import { conditionsIn } from './_buckets.ts'

const KEYS = ['', '-aws-kms-key-id', '-customer-algorithm', '-context'].map((end) => `s3:x-amz-server-side-encryption${end}`)

export default defineRule({
  id: 's3/misspelled-encryption-condition-key',
  title: 'Encryption condition keys must exist',
  severity: 'error',
  on: ['AWS::S3::BucketPolicy'],
  why: 'S3 rejects a policy with a condition key that it does not know, and the stack fails.',
  fix: 'Use s3:x-amz-server-side-encryption, or with -aws-kms-key-id, -customer-algorithm or -context behind it.',
  sources: [{ url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html', fact: 'The condition keys of S3.' }],
  notes: ['001:544', '001:545', '001:626', '002:475', '002:693', '002:694', '002:2143', '002:2287', '003:121', '003:125'],
  messages: { unknown: 'S3 has no condition key "{key}"; did you mean "{near}"?' },
  check(policy, { report }) {
    for (const { key, when } of conditionsIn(policy)) {
      const name = key.text.toLowerCase()
      if (!/server-?side-?encryption/.test(name) || KEYS.includes(name)) continue
      report({ node: key, when }, 'unknown', { key: key.text, near: closest(name, KEYS) ?? KEYS[0] ?? '' })
    }
  },
})
