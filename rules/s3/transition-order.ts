import { both, canHold, defineRule } from '#rule'
import { rankOf, successive, transitionsOf } from './_lifecycle.ts'

export default defineRule({
  id: 's3/transition-order',
  title: 'Transitions go down the storage classes as time passes',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the lifecycle configuration, and the stack fails.',
  fix: 'Put the classes in the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE, each later than the one before.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
      fact: 'Objects only move downwards: from each class to those that stand below it, never back.',
    },
  ],
  notes: ['002:510', '002:512', '002:515', '002:518', '002:519', '002:520', '002:586'],
  messages: {
    back: 'Objects cannot move from {before} to {class}, which stands above it; swap them or leave one out.',
    same: 'Objects move to {before} and to {class} after the same {days} days; let one of them come later.',
  },
  check(bucket, { report }) {
    for (const rule of bucket.items('LifecycleConfiguration.Rules')) {
      for (const [first, second] of successive(transitionsOf(rule))) {
        const when = both(first.when, second.when)
        if (!canHold(when)) continue
        const data = { before: first.className.value, class: second.className.value }
        if (first.days.value === second.days.value) report({ node: second.days.node, when }, 'same', { ...data, days: second.days.value })
        else if (rankOf(second) <= rankOf(first)) report({ node: second.className.node, when }, 'back', data)
      }
    }
  },
})
