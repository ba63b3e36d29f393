import { defineRule } from '#rule'

export default defineRule({
  id: 's3objectlambda/closed-service',
  title: 'S3 Object Lambda is closed to new customers',
  severity: 'warning',
  on: ['AWS::S3ObjectLambda::AccessPoint', 'AWS::S3ObjectLambda::AccessPointPolicy'],
  why: 'An account that does not use the service yet cannot create this.',
  fix: 'Transform objects when they are put, or behind CloudFront or an API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazons3-ol-change.html',
      fact: 'Since 7 November 2025 S3 Object Lambda is for accounts that used it before.',
    },
  ],
  notes: ['001:629', '001:630', '001:631'],
  messages: {
    closed: 'S3 Object Lambda takes no new customers since 7 November 2025; use something else in new accounts.',
  },
  check(resource, { report }) {
    const type = resource.attribute('Type')?.value
    if (type) report({ node: type, when: resource.when }, 'closed')
  },
})
