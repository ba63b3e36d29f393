import { defineRule, map, string, together } from '#rule'

export default defineRule({
  id: 's3/tagged-delete-markers',
  title: 'Tag-based replication cannot copy delete markers',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Set the status of DeleteMarkerReplication to Disabled, or filter by prefix alone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-deletemarkerreplication.html',
      fact: 'Delete markers cannot be replicated by rules that filter by tags.',
    },
  ],
  notes: ['000:84', '004:164'],
  messages: { tagged: 'A rule that filters by tags cannot replicate delete markers; set this status to Disabled.' },
  check(bucket, { report }) {
    for (const rule of bucket.items('ReplicationConfiguration.Rules')) {
      const tags = [...rule.known('Filter.TagFilter', map), ...rule.known('Filter.And.TagFilters.*', map)].slice(0, 1)
      const enabled = rule.known('DeleteMarkerReplication.Status', string).filter(({ value }) => value === 'Enabled')
      for (const [status] of together(enabled, tags)) report(status, 'tagged')
    }
  },
})
