import { both, canHold, defineRule } from '#rule'
import { blocking, bucketsOf, inCase, publicPrincipals } from './_buckets.ts'

export default defineRule({
  id: 's3/blocked-public-policy',
  title: 'A public bucket policy needs Block Public Access lifted',
  severity: 'error',
  on: ['AWS::S3::BucketPolicy'],
  why: 'New buckets block public policies, so S3 answers "Access Denied" and the stack fails.',
  fix: 'Serve the objects through CloudFront with origin access control, or set BlockPublicPolicy and RestrictPublicBuckets of the bucket to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      fact: 'Since April 2023 all four settings are on for new buckets; with BlockPublicPolicy a policy that grants access to everybody is refused.',
    },
  ],
  notes: [
    '000:101',
    '001:546',
    '001:547',
    '001:604',
    '001:605',
    '001:606',
    '002:450',
    '002:452',
    '002:453',
    '002:454',
    '002:455',
    '002:467',
    '002:2294',
  ],
  messages: {
    blocked:
      'The bucket {bucket} blocks public policies, so S3 refuses this one; name who may have access, or set BlockPublicPolicy to false.',
  },
  check(policy, { report }) {
    for (const { resource: bucket, when } of bucketsOf(policy)) {
      for (const block of blocking(bucket, 'BlockPublicPolicy')) {
        for (const everybody of publicPrincipals(policy)) {
          const joint = both(when, both(block, everybody.when))
          if (canHold(joint)) report(inCase(everybody, joint), 'blocked', { bucket: bucket.id })
        }
      }
    }
  },
})
