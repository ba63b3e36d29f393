import { covers, defineRule, isPartial, shorten } from '#rule'
import { conditionsIn } from './_buckets.ts'

const VALUES = ['AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx', 'aws:backup']

export default defineRule({
  id: 's3/unknown-encryption-header-value',
  title: 'Encryption header conditions must use values that S3 knows',
  severity: 'warning',
  on: ['AWS::S3::BucketPolicy'],
  why: 'No upload has this value, so a Deny on others refuses every upload.',
  fix: 'Use AES256, aws:kms or aws:kms:dsse.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
      fact: 'The values of the header x-amz-server-side-encryption.',
    },
  ],
  notes: ['001:544', '001:545', '001:626', '002:475', '002:693', '002:694', '002:2143', '002:2287', '003:121', '003:125'],
  messages: {
    unknown: 'S3 encrypts with AES256, aws:kms or aws:kms:dsse, not "{value}"; no upload has that value.',
    operator: '{operator} compares no texts; use StringEquals, StringNotEquals or Null.',
  },
  check(policy, { report }) {
    for (const { operator, key, values, when } of conditionsIn(policy)) {
      if (key.text.toLowerCase() !== 's3:x-amz-server-side-encryption') continue
      const name = operator.text.replace(/^For(All|Any)Values:/i, '').toLowerCase()
      if (!/^(string|null)/.test(name)) report({ node: operator, when }, 'operator', { operator: operator.text })
      else if (name.startsWith('string')) {
        for (const { text, place } of values)
          if (!isPartial(text) && !VALUES.some((value) => covers(text, value))) report(place, 'unknown', { value: shorten(text) })
      }
    }
  },
})
