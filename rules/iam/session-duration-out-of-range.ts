import { defineRule, range } from '#rule'

export default defineRule({
  id: 'iam/session-duration-out-of-range',
  title: 'A role session lasts 1 to 12 hours',
  severity: 'error',
  on: ['AWS::IAM::Role'],
  why: 'IAM rejects the role.',
  fix: 'Use 3600 to 43200 seconds; a session that is to be shorter asks for that itself.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html#cfn-iam-role-maxsessionduration',
      fact: 'The longest session can be set from one to twelve hours.',
    },
  ],
  notes: ['001:1000', '001:1001', '002:1956', '002:1960', '002:1961', '002:1962', '002:1963', '002:1964'],
  cfnLint: ['E3034'],
  check: range('MaxSessionDuration', { min: 3600, max: 43200, unit: 'seconds' }),
})
