import { atKey, defineRule } from '#rule'

export default defineRule({
  id: 'cloudwatch/alarm-setting-missing',
  title: 'A metric alarm needs period, one statistic and a threshold',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm.',
  fix: 'Give Period, one of Statistic and ExtendedStatistic, and Threshold, or ThresholdMetricId instead.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
      fact: 'An alarm on one metric needs a period and either a statistic or an extended one; an anomaly band takes the place of the threshold.',
    },
  ],
  notes: ['000:488', '000:496', '001:1046', '001:1047', '001:1059', '001:1060', '001:1061', '001:1062', '002:1891', '002:1892'],
  cfnLint: ['E3003', 'E3014'],
  messages: {
    missing: 'An alarm with MetricName needs {name}, which is not set.',
    both: 'ExtendedStatistic and Statistic exclude each other; keep one of them.',
  },
  check(alarm, { report }) {
    for (const { when } of alarm.present('MetricName')) {
      const here = alarm.under(when)
      for (const absent of here.absent('Period')) report(absent, 'missing', { name: 'Period' })
      for (const statistic of here.absent('Statistic')) {
        for (const absent of here.under(statistic.when).absent('ExtendedStatistic'))
          report(absent, 'missing', { name: 'Statistic or ExtendedStatistic' })
      }
      for (const statistic of here.present('Statistic')) {
        for (const extended of here.under(statistic.when).present('ExtendedStatistic')) report(atKey(extended), 'both')
      }
      for (const band of here.absent('ThresholdMetricId')) {
        for (const absent of here.under(band.when).absent('Threshold')) report(absent, 'missing', { name: 'Threshold' })
      }
    }
  },
})
