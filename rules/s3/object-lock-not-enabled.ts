import { atKey, boolean, both, canHold, defineRule, type Fact, present, string } from '#rule'

export default defineRule({
  id: 's3/object-lock-not-enabled',
  title: 'Object Lock must be switched on, or versioning, for its configuration',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the configuration for a bucket without Object Lock and without versioning, and the stack fails.',
  fix: 'Set ObjectLockEnabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-objectlockconfiguration.html',
      fact: 'The property of the bucket is set together with the configuration.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html',
      fact: 'Object Lock can be switched on later for a bucket that keeps versions; so this reports buckets without versioning only.',
    },
  ],
  notes: ['002:428', '002:566'],
  messages: { off: 'ObjectLockConfiguration needs Object Lock, which is off; set ObjectLockEnabled to true.' },
  check(bucket, { report }) {
    const isOff = (fact: Fact): boolean => fact.state === 'absent' || (fact.state === 'known' && boolean.read(fact.value) === false)
    const isUnversioned = (fact: Fact): boolean =>
      fact.state === 'absent' || (fact.state === 'known' && string.read(fact.value) !== 'Enabled')
    for (const lock of present(bucket, 'ObjectLockConfiguration')) {
      for (const off of bucket.facts('ObjectLockEnabled').filter(isOff)) {
        for (const versions of bucket.facts('VersioningConfiguration.Status').filter(isUnversioned)) {
          const when = both(lock.when, both(off.when, versions.when))
          if (canHold(when)) report(atKey(lock, when), 'off')
        }
      }
    }
  },
})
