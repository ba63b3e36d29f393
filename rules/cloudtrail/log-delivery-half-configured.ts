import { all, defineRule, requires } from '#rule'

export default defineRule({
  id: 'cloudtrail/log-delivery-half-configured',
  title: 'CloudTrail needs log group ARN and role together',
  severity: 'error',
  on: ['AWS::CloudTrail::Trail'],
  why: 'CloudTrail rejects the trail: to deliver to CloudWatch Logs it needs the log group and the role.',
  fix: 'Give both CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn, or neither.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
      fact: 'The log group and the role by which CloudTrail writes to it are given together.',
    },
  ],
  notes: ['002:1807', '002:1809'],
  cfnLint: ['E3021'],
  check: all(
    requires('CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn'),
    requires('CloudWatchLogsRoleArn', 'CloudWatchLogsLogGroupArn'),
  ),
})
