import { defineRule, string, together } from '#rule'

export default defineRule({
  id: 's3/legacy-acl',
  title: 'Access should be granted by policy, not by ACL',
  severity: 'info',
  on: ['AWS::S3::Bucket'],
  why: 'ACLs are hard to see through beside policies, and AWS recommends to switch them off.',
  fix: 'Grant access in a bucket policy, and remove AccessControl and OwnershipControls.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
      fact: 'ACLs should not be used to manage access to buckets.',
    },
  ],
  notes: [
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
  ],
  cfnLint: ['W3045'],
  messages: { acl: 'Access is granted with the ACL {acl}; use a bucket policy.' },
  check(bucket, { report }) {
    const owners = bucket.known('OwnershipControls.Rules.*.ObjectOwnership', string).filter(({ value }) => value !== 'BucketOwnerEnforced')
    for (const [acl] of together(bucket.known('AccessControl', string), owners))
      if (!/^(Private|Public|Authenticated)/.test(acl.value)) report(acl, 'acl', { acl: acl.value })
  },
})
