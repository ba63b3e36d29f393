import { atKey, defineRule, jointly, originDomains, originsOf, present } from '#rule'

export default defineRule({
  id: 'cloudfront/website-endpoint-as-s3-origin',
  title: 'An S3 website endpoint must be configured as a custom origin',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront takes only the REST endpoint of a bucket as an S3 origin, and the stack fails.',
  fix: 'Use CustomOriginConfig with http-only, or the RegionalDomainName of the bucket.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
      fact: 'A bucket that is a website is a custom origin; access controls work for its REST endpoint only.',
    },
  ],
  notes: ['001:609', '002:1111', '002:1123', '002:2294', '004:156'],
  messages: { website: 'A website endpoint of S3 cannot have {name}; use CustomOriginConfig, or RegionalDomainName of the bucket.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      for (const domain of originDomains(distribution.template, origin).filter(({ kind }) => kind === 'website')) {
        for (const name of ['S3OriginConfig', 'OriginAccessControlId']) {
          for (const set of present(origin, name)) {
            const when = jointly(domain.when, set.when)
            if (when) report(atKey(set, when), 'website', { name })
          }
        }
      }
    }
  },
})
