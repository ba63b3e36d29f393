import { defineRule, isPartial, isPlaceholder, shorten } from '#rule'
import { conditionsIn } from './_buckets.ts'

export default defineRule({
  id: 's3/kms-condition-not-arn',
  title: 'A required KMS key must be given by its full ARN',
  severity: 'warning',
  on: ['AWS::S3::BucketPolicy'],
  why: 'S3 compares the whole ARN of the key, so this is never equal: a Deny on others refuses every upload.',
  fix: 'Give the ARN of the key: !GetAtt Key.Arn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
      fact: 'The key ID in the condition is the full ARN of the key.',
    },
  ],
  notes: ['001:626', '001:627', '001:628', '002:475', '002:693', '002:694', '002:2143', '002:2287'],
  messages: { notArn: '"{value}" is no ARN of a key, which S3 compares; use !GetAtt Key.Arn.' },
  check(policy, { report }) {
    for (const { key, values } of conditionsIn(policy)) {
      if (key.text.toLowerCase() !== 's3:x-amz-server-side-encryption-aws-kms-key-id') continue
      const isWrong = (text: string): boolean => !/^arn:|[*?]/.test(text) && !isPartial(text) && !isPlaceholder(text)
      for (const { text, place } of values.filter((form) => isWrong(form.text))) report(place, 'notArn', { value: shorten(text) })
    }
  },
})
