import { atKey, defineRule, jointly, originsOf, present, string } from '#rule'

export default defineRule({
  id: 'cloudfront/legacy-origin-access-identity',
  title: 'Origin access control should replace origin access identities',
  severity: 'info',
  on: ['AWS::CloudFront::Distribution'],
  why: 'Access identities cannot read objects that are encrypted with KMS, nor buckets in newer Regions.',
  fix: 'Make an AWS::CloudFront::OriginAccessControl and name it in OriginAccessControlId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
      fact: 'AWS recommends origin access controls, which do what access identities cannot.',
    },
  ],
  notes: ['002:1123', '002:1124', '002:1125'],
  messages: { identity: 'Origin access controls replace access identities; use OriginAccessControlId.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      for (const identity of present(origin, 'S3OriginConfig.OriginAccessIdentity')) {
        if (identity.state === 'known' && string.read(identity.value) === '') continue
        for (const control of origin.absent('OriginAccessControlId')) {
          const when = jointly(identity.when, control.when)
          if (when) report(atKey(identity, when), 'identity')
        }
      }
    }
  },
})
