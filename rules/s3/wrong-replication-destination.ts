import { arnsAt, defineRule, isPartial, isPlaceholder, shorten, string } from '#rule'

export default defineRule({
  id: 's3/wrong-replication-destination',
  title: 'A replication destination is the ARN of another bucket',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Give the ARN of another bucket: !GetAtt Bucket.Arn, or arn:aws:s3:::name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationdestination.html',
      fact: 'The destination is the ARN of a bucket.',
    },
  ],
  notes: ['001:572', '002:525', '002:526', '002:527', '002:528', '002:532'],
  messages: {
    name: '"{value}" is no ARN of a bucket; use !GetAtt with Arn, or write arn:aws:s3:::name.',
    self: 'A bucket cannot replicate into itself; name another one.',
  },
  check(bucket, { report }) {
    const names = bucket.known('BucketName', string).map(({ value }) => value)
    for (const { resource, attribute, text, place, arn } of arnsAt(
      bucket.template,
      bucket,
      'ReplicationConfiguration.Rules.*.Destination.Bucket',
    )) {
      // A reference to the bucket itself is a circular dependency, which another rule tells.
      if (resource === bucket) continue
      if (names.some((name) => text.endsWith(`:s3:::${name}`))) report(place, 'self')
      else if (resource?.type === 'AWS::S3::Bucket' && attribute !== 'Arn') report(place, 'name', { value: resource.id })
      else if (!resource && !isPartial(text) && !isPlaceholder(text) && arn?.service !== 's3')
        report(place, 'name', { value: shorten(text) })
    }
  },
})
