import { defineRule, distinct } from '#rule'

export default defineRule({
  id: 's3/duplicate-replication-priority',
  title: 'Replication rules need different priorities',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Give each rule a priority of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationrule.html',
      fact: 'The priorities of the rules of a configuration differ.',
    },
  ],
  notes: ['002:525', '002:526', '002:527', '002:528', '002:532'],
  check: distinct('Two rules have the priority {value}; give each its own.', 'ReplicationConfiguration.Rules.*.Priority'),
})
