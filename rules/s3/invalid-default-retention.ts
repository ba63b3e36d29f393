import { all, defineRule, exclusive, need, requiresOneOf, within } from '#rule'

export default defineRule({
  id: 's3/invalid-default-retention',
  title: 'A default retention has a mode and one period',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the Object Lock configuration, and the stack fails.',
  fix: 'Set Mode, and either Days or Years.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-defaultretention.html',
      fact: 'A default retention has a mode and a period in days or in years, not both.',
    },
  ],
  notes: ['002:428', '002:566'],
  check: within(
    'ObjectLockConfiguration.Rule.DefaultRetention',
    all(
      need('A default retention needs {name}; use GOVERNANCE or COMPLIANCE.', 'Mode'),
      requiresOneOf('Days', 'Years'),
      exclusive('Days', 'Years'),
    ),
  ),
})
