import { defineRule, nodesAt, policiesIn } from '#rule'
import { bucketsIn, bucketsOf } from './_buckets.ts'

export default defineRule({
  id: 's3/policy-for-other-bucket',
  title: 'A bucket policy may only name its own bucket',
  severity: 'error',
  on: ['AWS::S3::BucketPolicy'],
  why: 'S3 answers that the policy has an invalid resource, and the stack fails.',
  fix: 'Name the bucket that the policy belongs to, or its objects, in Resource.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
      fact: 'The resources of a bucket policy are the bucket and its objects.',
    },
  ],
  notes: ['002:464', '002:465', '002:466', '002:492'],
  messages: { other: 'The policy belongs to {own}, but this names {other}; name the bucket of the policy.' },
  check(policy, { report }) {
    const own = bucketsOf(policy)
    if (own.length !== nodesAt(policy, 'Bucket').length) return
    const ids = own.map(({ resource }) => resource.id)
    for (const statement of policiesIn(policy).flatMap(({ statements }) => statements)) {
      for (const element of ['Resource', 'NotResource']) {
        for (const { item, place } of statement.forms(element)) {
          const named = bucketsIn(policy.template, item)
          const [first] = named
          if (first && named.every((bucket) => !ids.includes(bucket.id))) report(place, 'other', { own: ids.join(', '), other: first.id })
        }
      }
    }
  },
})
