import { canonical, defineRule, nodesAt } from '#rule'

export default defineRule({
  id: 's3/log-loop',
  title: 'Access logs must not be written to the bucket they describe',
  severity: 'warning',
  on: ['AWS::S3::Bucket'],
  why: 'Every delivery of a log is a request that is logged again: the bucket fills itself, and is paid for.',
  fix: 'Give the name of another bucket in DestinationBucketName.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      fact: 'With one bucket as source and target, logs are made of the delivery of logs.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html',
      fact: 'Without a destination the bucket itself gets its logs.',
    },
  ],
  notes: ['001:549', '001:614', '002:445', '002:447', '002:598', '002:2290'],
  messages: {
    self: 'The bucket {bucket} logs into itself; name another bucket.',
    default: 'Without DestinationBucketName the bucket logs into itself; name another bucket.',
  },
  check(bucket, { report }) {
    // A Ref to the bucket itself is a circular dependency, which another rule tells.
    const names = nodesAt(bucket, 'BucketName').map(({ node }) => canonical(node))
    for (const logging of bucket.items('LoggingConfiguration')) {
      for (const absent of logging.absent('DestinationBucketName')) report(absent, 'default')
      for (const { node, when } of nodesAt(logging, 'DestinationBucketName'))
        if (names.includes(canonical(node))) report({ node, when }, 'self', { bucket: bucket.id })
    }
  },
})
