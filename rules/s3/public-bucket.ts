import { both, canHold, defineRule, string, together } from '#rule'
import { bucketsOf, inCase, isWebsite, lifted, publicPrincipals } from './_buckets.ts'

const PUBLIC_ACLS = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead']

export default defineRule({
  id: 's3/public-bucket',
  title: 'A bucket must not be public unless it is a website',
  severity: 'warning',
  on: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  why: 'Everybody on the internet can read, or even change, what is in the bucket.',
  fix: 'Name who may have access, or add a condition such as aws:PrincipalOrgID; serve websites through CloudFront.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
      fact: 'General purpose buckets should block public read and write access.',
    },
  ],
  notes: ['000:101', '001:546', '001:547', '002:467', '002:499', '003:113'],
  messages: {
    policy: 'Everybody has access to the bucket {bucket}; name who may have it, or limit it with a condition.',
    acl: 'The ACL {acl} gives everybody access to the bucket; remove it and name who may have access in a bucket policy.',
  },
  check(resource, { report }) {
    if (resource.type === 'AWS::S3::Bucket') {
      if (isWebsite(resource)) return
      const owners = resource
        .known('OwnershipControls.Rules.*.ObjectOwnership', string)
        .filter(({ value }) => value !== 'BucketOwnerEnforced')
      for (const [acl] of together(resource.known('AccessControl', string), owners))
        if (PUBLIC_ACLS.includes(acl.value)) report(acl, 'acl', { acl: acl.value })
      return
    }
    for (const { resource: bucket, when } of bucketsOf(resource)) {
      if (isWebsite(bucket)) continue
      for (const open of lifted(bucket, 'BlockPublicPolicy')) {
        for (const everybody of publicPrincipals(resource)) {
          const joint = both(when, both(open, everybody.when))
          if (canHold(joint)) report(inCase(everybody, joint), 'policy', { bucket: bucket.id })
        }
      }
    }
  },
})
