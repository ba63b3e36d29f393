import { both, canHold, defineRule } from '#rule'
import { INFREQUENT, rankOf, successive, transitionsOf } from './_lifecycle.ts'

export default defineRule({
  id: 's3/transition-too-early',
  title: 'Objects move to infrequent access after 30 days at least',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the lifecycle configuration, and the stack fails.',
  fix: 'Wait at least 30 days, or use another storage class: INTELLIGENT_TIERING and the Glacier classes take objects at once.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
      fact: 'Objects stay 30 days before they move to Standard-IA or One Zone-IA, and 30 days there before they move on.',
    },
  ],
  notes: ['002:510', '002:512', '002:515', '002:518', '002:519', '002:520', '002:586'],
  messages: {
    early: 'Objects move to {class} after {days} days; they have to stay 30 days before.',
    soon: 'Objects move to {class} {days} days after they moved to {before}; they have to stay there for 30 days.',
  },
  check(bucket, { report }) {
    for (const rule of bucket.items('LifecycleConfiguration.Rules')) {
      const steps = transitionsOf(rule)
      for (const step of steps) {
        const { className, days } = step
        if (INFREQUENT.includes(className.value) && days.value < 30)
          report({ node: days.node, when: step.when }, 'early', { class: className.value, days: days.value })
      }
      for (const [first, second] of successive(steps)) {
        const gap = second.days.value - first.days.value
        if (!INFREQUENT.includes(first.className.value) || gap <= 0 || gap >= 30 || rankOf(second) <= rankOf(first)) continue
        const when = both(first.when, second.when)
        if (canHold(when))
          report({ node: second.days.node, when }, 'soon', { class: second.className.value, days: gap, before: first.className.value })
      }
    }
  },
})
