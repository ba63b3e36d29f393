import { defineRule, jointly, mayAccess, originDomains, originsOf, present } from '#rule'

export default defineRule({
  id: 'cloudfront/origin-bucket-denied',
  title: 'The bucket policy must let the distribution read its S3 origin',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront signs its requests, but the bucket does not let it read: viewers get 403.',
  fix: 'Allow s3:GetObject to cloudfront.amazonaws.com in a policy of the bucket, with the ARN of the distribution in aws:SourceArn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
      fact: 'The bucket policy lets the service cloudfront.amazonaws.com read, limited to the distribution.',
    },
  ],
  notes: ['002:1123', '002:1124', '002:1125'],
  messages: { denied: 'No policy in this template lets cloudfront.amazonaws.com read {bucket}; allow it s3:GetObject.' },
  check(distribution, { report }) {
    for (const origin of originsOf(distribution)) {
      const controls = present(origin, 'OriginAccessControlId')
      for (const { kind, bucket, node, when } of originDomains(distribution.template, origin)) {
        if (kind !== 'bucket' || !bucket) continue
        for (const control of controls) {
          const joint = jointly(when, control.when)
          const access = { action: 's3:GetObject', service: 'cloudfront.amazonaws.com', source: distribution }
          if (joint && mayAccess(bucket, { ...access, when: joint }) === 'no')
            report({ node, when: joint }, 'denied', { bucket: bucket.id })
        }
      }
    }
  },
})
