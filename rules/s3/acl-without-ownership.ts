import { both, canHold, defineRule, string } from '#rule'

/** What a bucket without ACLs takes, because it changes nothing. */
const HARMLESS = ['Private', 'BucketOwnerRead', 'BucketOwnerFullControl']

export default defineRule({
  id: 's3/acl-without-ownership',
  title: 'A bucket ACL needs object ownership that allows ACLs',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'New buckets have ACLs switched off, and S3 rejects the ACL: the stack fails.',
  fix: 'Grant access with a bucket policy and remove AccessControl, or set ObjectOwnership to BucketOwnerPreferred or ObjectWriter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
      fact: 'Since April 2023 new buckets have the ownership BucketOwnerEnforced, with which requests that set ACLs fail.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
      fact: 'An ACL other than Private needs OwnershipControls beside it.',
    },
  ],
  notes: [
    '000:87',
    '000:91',
    '001:563',
    '001:568',
    '001:582',
    '001:583',
    '002:447',
    '002:496',
    '002:498',
    '002:499',
    '002:502',
    '002:503',
    '002:504',
    '002:508',
    '003:113',
  ],
  cfnLint: ['E3045'],
  messages: {
    off: 'The ACL {acl} needs OwnershipControls that switch ACLs on; grant access with a bucket policy, or add them.',
    enforced: 'The ACL {acl} is rejected with the ownership BucketOwnerEnforced; grant access with a bucket policy.',
  },
  check(bucket, { report }) {
    const acls = bucket.known('AccessControl', string).filter(({ value }) => !HARMLESS.includes(value))
    for (const { value: acl, node, when } of acls) {
      for (const absent of bucket.absent('OwnershipControls')) {
        const joint = both(when, absent.when)
        if (canHold(joint)) report({ node, when: joint }, 'off', { acl })
      }
      for (const owner of bucket.known('OwnershipControls.Rules.*.ObjectOwnership', string)) {
        const joint = both(when, owner.when)
        if (owner.value === 'BucketOwnerEnforced' && canHold(joint)) report({ node, when: joint }, 'enforced', { acl })
      }
    }
  },
})
