import { defineRule, each, requires, within } from '#rule'

export default defineRule({
  id: 's3/replication-time-without-metrics',
  title: 'Replication time control needs metrics',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Set Metrics beside ReplicationTime.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationdestination.html',
      fact: 'Replication time control is given together with metrics.',
    },
  ],
  notes: ['001:572'],
  check: each(
    'ReplicationConfiguration.Rules',
    within('Destination', {
      ...requires('ReplicationTime', 'Metrics'),
      messages: { requires: '{path} needs {needed} beside it; set it.' },
    }),
  ),
})
