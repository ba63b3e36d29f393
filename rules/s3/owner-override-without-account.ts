import { defineRule, each, requires, within } from '#rule'

export default defineRule({
  id: 's3/owner-override-without-account',
  title: 'Changing the owner of replicas needs the account',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Set Account to the account that owns the destination bucket.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationdestination.html',
      fact: 'Account and AccessControlTranslation are given together where replicas change their owner.',
    },
  ],
  notes: ['001:572', '002:525', '002:526', '002:527', '002:528', '002:532', '004:174'],
  check: each(
    'ReplicationConfiguration.Rules',
    within('Destination', {
      ...requires('AccessControlTranslation', 'Account'),
      messages: { requires: '{path} changes the owner of replicas and needs {needed}; set it to the account of the destination.' },
    }),
  ),
})
