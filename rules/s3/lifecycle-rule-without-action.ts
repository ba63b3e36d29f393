import { defineRule, each, requiresOneOf } from '#rule'

export default defineRule({
  id: 's3/lifecycle-rule-without-action',
  title: 'A lifecycle rule needs an action',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the lifecycle configuration, and the stack fails.',
  fix: 'Say what the rule does, for example ExpirationInDays, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html',
      fact: 'A rule has at least one of the actions: abort uploads, expire or move objects or their older versions.',
    },
  ],
  notes: ['002:510', '002:512', '002:515', '002:518', '002:519', '002:520', '002:586'],
  check: each('LifecycleConfiguration.Rules', {
    ...requiresOneOf(
      'AbortIncompleteMultipartUpload',
      'ExpirationDate',
      'ExpirationInDays',
      'ExpiredObjectDeleteMarker',
      'NoncurrentVersionExpiration',
      'NoncurrentVersionExpirationInDays',
      'NoncurrentVersionTransition',
      'NoncurrentVersionTransitions',
      'Transition',
      'Transitions',
    ),
    messages: { requiresOneOf: 'The lifecycle rule does nothing; give it an expiration or a transition, or remove it.' },
  }),
})
