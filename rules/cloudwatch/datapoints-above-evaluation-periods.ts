import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'cloudwatch/datapoints-above-evaluation-periods',
  title: 'DatapointsToAlarm must not exceed EvaluationPeriods',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm.',
  fix: 'Make DatapointsToAlarm at most EvaluationPeriods.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      fact: 'An alarm goes off when M of the N last datapoints are breaching; M is not more than N.',
    },
  ],
  notes: ['001:1059', '001:1061', '001:1062', '002:1891', '002:1892'],
  messages: {
    above: 'DatapointsToAlarm is {points}, more than the {periods} of EvaluationPeriods.',
  },
  check(alarm, { report }) {
    for (const [points, periods] of together(alarm.known('DatapointsToAlarm', number), alarm.known('EvaluationPeriods', number))) {
      if (points.value > periods.value && !(points.via && periods.via))
        report(points, 'above', { points: points.value, periods: periods.value })
    }
  },
})
