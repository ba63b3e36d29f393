import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'cloudwatch/alarm-window-too-long',
  title: 'Period times evaluation periods must not exceed a day or a week',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm.',
  fix: 'Use fewer evaluation periods or a shorter period; with periods of an hour or more a week is possible.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      fact: 'Periods of an hour or more may be looked at for seven days together, shorter ones for one day.',
    },
  ],
  notes: ['001:1060', '001:1061', '002:1839', '002:1840', '002:1851', '002:1890'],
  messages: {
    long: 'EvaluationPeriods times Period is {window} seconds; with a Period of {period} it must be at most {most}.',
  },
  check(alarm, { report }) {
    for (const [periods, period] of together(alarm.known('EvaluationPeriods', number), alarm.known('Period', number))) {
      const window = periods.value * period.value
      const most = period.value < 3600 ? 86_400 : 604_800
      if (window > most && !(periods.via && period.via)) report(periods, 'long', { window, period: period.value, most })
    }
  },
})
