import { defineRule, string } from '#rule'

export default defineRule({
  id: 's3/reduced-redundancy',
  title: 'Reduced redundancy storage should not be used',
  severity: 'warning',
  on: ['AWS::S3::Bucket'],
  why: 'Objects are lost more easily there, and it is no longer cheaper than STANDARD.',
  fix: 'Use STANDARD, or STANDARD_IA for what is seldom read.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html',
      fact: 'AWS recommends not to use the class of reduced redundancy.',
    },
  ],
  notes: ['003:115'],
  messages: { reduced: 'REDUCED_REDUNDANCY loses objects more easily and is not cheaper; use STANDARD.' },
  check(bucket, { report }) {
    for (const storage of bucket.known('ReplicationConfiguration.Rules.*.Destination.StorageClass', string))
      if (storage.value === 'REDUCED_REDUNDANCY') report(storage, 'reduced')
  },
})
