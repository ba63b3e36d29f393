import { all, defineRule, each, exclusive, requires } from '#rule'

export default defineRule({
  id: 's3/incomplete-replication-filter',
  title: 'A filtered replication rule needs priority and delete markers',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Give the rule a Priority and DeleteMarkerReplication, and put the prefix into its Filter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationrule.html',
      fact: 'A rule with Filter says what happens to delete markers and has a priority; Prefix is what rules had before there were filters.',
    },
  ],
  notes: ['000:84', '002:525', '002:526', '002:527', '002:528', '002:532', '004:164'],
  check: each(
    'ReplicationConfiguration.Rules',
    all(
      {
        ...requires('Filter', 'Priority', 'DeleteMarkerReplication'),
        messages: { requires: 'A replication rule with {path} needs {needed}; set it.' },
      },
      {
        ...exclusive('Filter', 'Prefix'),
        messages: { exclusive: 'A replication rule has {one} or {other}, not both; put the prefix into Filter.' },
      },
    ),
  ),
})
