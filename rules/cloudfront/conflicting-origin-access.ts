import { atKey, callOf, defineRule, jointly, originsOf, present, string } from '#rule'

export default defineRule({
  id: 'cloudfront/conflicting-origin-access',
  title: 'An origin takes an access control or an access identity, not both',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Keep OriginAccessControlId, and set OriginAccessIdentity to an empty text.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
      fact: 'An origin uses the access control or the older access identity.',
    },
  ],
  notes: ['002:1123', '002:1124', '002:1125'],
  messages: { both: 'The origin has an access control and an access identity; make OriginAccessIdentity empty.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      for (const control of present(origin, 'OriginAccessControlId')) {
        for (const identity of present(origin, 'S3OriginConfig.OriginAccessIdentity')) {
          const when = jointly(control.when, identity.when)
          const isEmpty = identity.state === 'known' && string.read(identity.value) === ''
          // A parameter may be empty.
          const isOpen = identity.state === 'unknown' && callOf(identity.node)?.name === 'Ref'
          if (when && !isEmpty && !isOpen) report(atKey(identity, when), 'both')
        }
      }
    }
  },
})
