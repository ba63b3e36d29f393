import { boolean, both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 's3/bucket-key-off',
  title: 'A KMS-encrypted bucket should use a bucket key',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'Every object asks KMS for itself, which costs and can be throttled.',
  fix: 'Set BucketKeyEnabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html',
      fact: 'A bucket key cuts the requests to KMS by up to 99 percent.',
    },
  ],
  notes: [
    '000:72',
    '001:626',
    '001:627',
    '001:628',
    '002:469',
    '002:471',
    '002:472',
    '002:473',
    '002:692',
    '002:693',
    '002:694',
    '002:2292',
    '003:122',
    '003:123',
  ],
  messages: { off: 'Objects are encrypted with KMS without a bucket key; set BucketKeyEnabled to true.' },
  check(bucket, { report }) {
    for (const rule of bucket.items('BucketEncryption.ServerSideEncryptionConfiguration')) {
      for (const kms of rule.known('ServerSideEncryptionByDefault.SSEAlgorithm', string).filter(({ value }) => value === 'aws:kms')) {
        const off = rule.known('BucketKeyEnabled', boolean).filter(({ value }) => !value)
        for (const { node, when } of [...off, ...rule.absent('BucketKeyEnabled').map(({ when }) => ({ node: kms.node, when }))]) {
          const joint = both(kms.when, when)
          if (canHold(joint)) report({ node, when: joint }, 'off')
        }
      }
    }
  },
})
