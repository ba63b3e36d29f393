import { arnsAt, atKey, both, canHold, defineRule, present } from '#rule'
import { inCase, unversioned } from './_buckets.ts'

export default defineRule({
  id: 's3/replication-without-versioning',
  title: 'Replication needs versioning on both buckets',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the replication configuration, and the stack fails.',
  fix: 'Set the status of VersioningConfiguration to Enabled, in the source and in the destination.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
      fact: 'Versioning is on in the source and in the destination.',
    },
  ],
  notes: ['001:570', '001:571', '001:572', '001:575', '002:525', '002:526', '002:527', '002:528', '002:532', '003:117', '004:164'],
  messages: {
    source: 'Replication needs versioning; set the status of VersioningConfiguration to Enabled.',
    destination: 'The destination {destination} keeps no versions; set the status of its VersioningConfiguration to Enabled.',
  },
  check(bucket, { report }) {
    const rules = present(bucket, 'ReplicationConfiguration.Rules')
    for (const when of unversioned(bucket)) {
      for (const rule of rules) {
        const joint = both(rule.when, when)
        if (canHold(joint)) report(atKey(rule, joint), 'source')
      }
    }
    for (const { resource, place, when } of arnsAt(bucket.template, bucket, 'ReplicationConfiguration.Rules.*.Destination.Bucket')) {
      if (resource?.type !== 'AWS::S3::Bucket' || resource === bucket) continue
      for (const lacking of unversioned(resource)) {
        const joint = both(when, lacking)
        if (canHold(joint)) report(inCase({ place }, joint), 'destination', { destination: resource.id })
      }
    }
  },
})
