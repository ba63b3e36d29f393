import { defineRule, number, together } from '#rule'

const PAIRS = [
  { expiration: ['ExpirationInDays'], transition: ['Transition.TransitionInDays', 'Transitions.*.TransitionInDays'] },
  {
    expiration: ['NoncurrentVersionExpirationInDays', 'NoncurrentVersionExpiration.NoncurrentDays'],
    transition: ['NoncurrentVersionTransition.TransitionInDays', 'NoncurrentVersionTransitions.*.TransitionInDays'],
  },
] as const

export default defineRule({
  id: 's3/expiration-before-transition',
  title: 'Objects must expire after their last transition',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the lifecycle configuration, and the stack fails.',
  fix: 'Let objects expire later than their last transition, or remove the transition.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html',
      fact: 'The time of expiration is later than that of every transition of the rule.',
    },
  ],
  notes: ['002:510', '002:512', '002:515', '002:518', '002:519', '002:520', '002:586'],
  messages: {
    before: 'Objects expire after {days} days, which is not later than their transition after {transition} days; let them expire later.',
  },
  check(bucket, { report }) {
    for (const rule of bucket.items('LifecycleConfiguration.Rules')) {
      for (const { expiration, transition } of PAIRS) {
        const transitions = transition.flatMap((path) => rule.known(path, number))
        for (const days of expiration.flatMap((path) => rule.known(path, number))) {
          for (const [end, move] of together([days], transitions)) {
            const related = [{ node: move.node, message: 'the transition' }]
            if (end.value <= move.value)
              report({ node: end.node, when: end.when, related }, 'before', { days: end.value, transition: move.value })
          }
        }
      }
    }
  },
})
