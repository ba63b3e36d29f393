import { behaviorsOf, defineRule, jointly, originDomains, originsOf, present } from '#rule'
import { isOpened } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/s3-origin-without-access-control',
  title: 'An S3 origin must be read through an origin access control',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront asks S3 without credentials, and a bucket that blocks public access, as new ones do, answers 403.',
  fix: 'Make an AWS::CloudFront::OriginAccessControl, name it in OriginAccessControlId, and let cloudfront.amazonaws.com read in the bucket policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
      fact: 'With an origin access control only the distribution reads the bucket, which stays closed to everybody else.',
    },
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html',
      fact: 'Distributions with S3 origins should use origin access control.',
    },
  ],
  notes: ['001:609', '002:1123', '002:1124', '002:1125'],
  messages: { open: 'CloudFront reads this bucket without credentials, so it must be public; set OriginAccessControlId.' },
  check(distribution, { report }) {
    const hasSigner = behaviorsOf(distribution).some((behavior) => present(behavior, 'LambdaFunctionAssociations').length > 0)
    if (hasSigner) return
    // A bucket as a custom origin is told by another rule.
    const origins = originsOf(distribution).filter((origin) => present(origin, 'CustomOriginConfig').length === 0)
    for (const origin of origins) {
      for (const domain of originDomains(distribution.template, origin)) {
        const { bucket } = domain
        if (domain.kind !== 'bucket' || (bucket && isOpened(bucket))) continue
        for (const control of origin.absent('OriginAccessControlId')) {
          for (const identity of origin.lacking('S3OriginConfig.OriginAccessIdentity')) {
            const when = jointly(domain.when, control.when, identity)
            if (when) report({ node: domain.node, when }, 'open')
          }
        }
      }
    }
  },
})
