import { boolean, defineRule } from '#rule'
import { isWebsite } from './_buckets.ts'

const FLAGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']

export default defineRule({
  id: 's3/public-access-block-off',
  title: 'Block Public Access should stay on',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'One mistake in a policy or an ACL is then enough to publish what is in the bucket.',
  fix: 'Set all four settings to true, or leave PublicAccessBlockConfiguration out: they are on by default.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
      fact: 'All settings of Block Public Access should be on at the level of the bucket.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      fact: 'New buckets have all four settings on.',
    },
  ],
  notes: ['000:101', '001:546', '001:547', '002:467', '002:499', '003:113'],
  messages: {
    off: '{flag} is false; set it to true unless the bucket is meant for everybody.',
    left: '{flag} is not set, which switches it off where the others are written; set it to true.',
  },
  check(bucket, { report }) {
    if (isWebsite(bucket)) return
    for (const block of bucket.items('PublicAccessBlockConfiguration')) {
      for (const flag of FLAGS) {
        for (const fact of block.known(flag, boolean)) if (!fact.value) report(fact, 'off', { flag })
        for (const fact of block.absent(flag)) report(fact, 'left', { flag })
      }
    }
  },
})
