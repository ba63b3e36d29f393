import { defineRule, string } from '#rule'

export default defineRule({
  id: 's3/uploader-owned-objects',
  title: 'The bucket owner should own uploaded objects',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'What another account uploads stays its own, so that the owner of the bucket cannot read or share it.',
  fix: 'Use BucketOwnerEnforced, or leave OwnershipControls out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
      fact: 'With ObjectWriter the account that uploads owns the object; AWS recommends to switch ACLs off.',
    },
  ],
  notes: ['000:91', '000:772', '000:774', '001:558', '001:559', '001:560', '001:561', '001:562', '001:563', '001:564'],
  messages: { writer: 'Objects belong to the account that uploads them; use BucketOwnerEnforced.' },
  check(bucket, { report }) {
    for (const owner of bucket.known('OwnershipControls.Rules.*.ObjectOwnership', string))
      if (owner.value === 'ObjectWriter') report(owner, 'writer')
  },
})
