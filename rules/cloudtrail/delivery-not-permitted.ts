import { defineRule, leadsAt, mayAccess } from '#rule'

const NEEDED = [
  { path: 'S3BucketName', type: 'AWS::S3::Bucket', actions: ['s3:GetBucketAcl', 's3:PutObject'] },
  { path: 'SnsTopicName', type: 'AWS::SNS::Topic', actions: ['sns:Publish'] },
]

export default defineRule({
  id: 'cloudtrail/delivery-not-permitted',
  title: 'The trail bucket and topic must admit cloudtrail.amazonaws.com',
  severity: 'error',
  on: ['AWS::CloudTrail::Trail'],
  why: 'CloudTrail tries the bucket and the topic when the trail is made, and the deployment fails ("Incorrect S3 bucket policy is detected for bucket").',
  fix: 'Let cloudtrail.amazonaws.com do s3:GetBucketAcl and s3:PutObject in a bucket policy, and sns:Publish in a topic policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
      fact: 'The bucket policy has to allow CloudTrail both actions.',
    },
    {
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html',
      fact: 'The topic policy has to allow it to publish.',
    },
  ],
  notes: ['002:1807', '002:1809'],
  messages: {
    missing:
      'No policy of {id} lets cloudtrail.amazonaws.com do {action}, which CloudTrail checks when the trail is made; add a statement that does.',
  },
  check(trail, { report }) {
    for (const { path, type, actions } of NEEDED) {
      for (const { resource, node: place, when: under } of leadsAt(trail.template, trail, path, type)) {
        const access = { service: 'cloudtrail.amazonaws.com', when: under }
        const action = actions.find((one) => mayAccess(resource, { ...access, action: one }) === 'no')
        if (action) report({ node: place, when: under }, 'missing', { id: resource.id, action })
      }
    }
  },
})
