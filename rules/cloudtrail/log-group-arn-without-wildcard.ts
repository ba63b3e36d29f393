import { arnsAt, defineRule, shorten } from '#rule'

export default defineRule({
  id: 'cloudtrail/log-group-arn-without-wildcard',
  title: 'The log group ARN of a trail must end with :*',
  severity: 'error',
  on: ['AWS::CloudTrail::Trail'],
  why: 'CloudTrail rejects the trail: it validates the log group by the ARN that stands for its streams.',
  fix: 'Use Fn::GetAtt with Arn of the log group, which ends with ":*", or add ":*".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
      fact: 'CloudWatchLogsLogGroupArn is the ARN that stands for all streams of the group.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
      fact: 'The attribute Arn of a log group ends with ":*".',
    },
  ],
  notes: ['002:1807', '002:1809'],
  messages: {
    end: 'CloudWatchLogsLogGroupArn is {value}; it must end with ":*".',
  },
  check(trail, { report }) {
    for (const { text, place } of arnsAt(trail.template, trail, 'CloudWatchLogsLogGroupArn')) {
      if (/^arn:.*:log-group:/.test(text) && /[\w/.-]$/.test(text)) report(place, 'end', { value: shorten(text) })
    }
  },
})
