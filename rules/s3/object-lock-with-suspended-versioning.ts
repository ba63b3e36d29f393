import { defineRule, oneOf, where } from '#rule'

export default defineRule({
  id: 's3/object-lock-with-suspended-versioning',
  title: 'Object Lock needs versioning',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the bucket, and the stack fails.',
  fix: 'Set versioning to Enabled, or leave it out: Object Lock switches it on.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html',
      fact: 'Object Lock works only with versioning, which cannot be suspended while it is on.',
    },
  ],
  notes: ['002:428', '002:566'],
  check: where('ObjectLockEnabled', ['true'], {
    ...oneOf('VersioningConfiguration.Status', ['Enabled']),
    messages: { oneOf: 'Versioning is {value}, but Object Lock needs it; set it to Enabled.' },
  }),
})
