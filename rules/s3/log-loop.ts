import { both, canHold, defineRule, string, together } from '#rule'
import { logsTo } from './_buckets.ts'

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
    mutual: 'The buckets {bucket} and {other} log into each other; give both logs to a third bucket.',
  },
  check(bucket, { report }) {
    for (const logging of bucket.items('LoggingConfiguration')) {
      for (const absent of logging.absent('DestinationBucketName')) report(absent, 'default')
      for (const { resource: other, node, when } of logsTo(bucket)) {
        if (other === bucket) report({ node, when }, 'self', { bucket: bucket.id })
        else if (bucket.id < other.id && logsTo(other).some((back) => back.resource === bucket && canHold(both(when, back.when))))
          report({ node, when }, 'mutual', { bucket: bucket.id, other: other.id })
      }
      for (const [target, own] of together(logging.known('DestinationBucketName', string), bucket.known('BucketName', string)))
        if (target.value === own.value) report(target, 'self', { bucket: bucket.id })
    }
  },
})
