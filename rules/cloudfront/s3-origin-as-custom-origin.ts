import { atKey, defineRule, jointly, originDomains, originsOf, present } from '#rule'

export default defineRule({
  id: 'cloudfront/s3-origin-as-custom-origin',
  title: 'An S3 REST endpoint must be configured as an S3 origin',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'Access controls do not work for a custom origin, so the bucket has to be public.',
  fix: 'Use S3OriginConfig with OriginAccessControlId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
      fact: 'A bucket that is no website is an S3 origin.',
    },
  ],
  notes: ['004:158'],
  messages: { custom: 'This is the REST endpoint of a bucket; use S3OriginConfig and an origin access control.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      for (const { kind, when } of originDomains(distribution.template, origin)) {
        for (const custom of kind === 'bucket' ? present(origin, 'CustomOriginConfig') : []) {
          const joint = jointly(when, custom.when)
          if (joint) report(atKey(custom, joint), 'custom')
        }
      }
    }
  },
})
