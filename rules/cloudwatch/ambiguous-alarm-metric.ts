import { atKey, defineRule } from '#rule'

const OF_ONE_METRIC = ['MetricName', 'Namespace', 'Dimensions', 'Period', 'Statistic', 'ExtendedStatistic', 'Unit']

export default defineRule({
  id: 'cloudwatch/ambiguous-alarm-metric',
  title: 'An alarm watches MetricName or Metrics, not both or neither',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm.',
  fix: 'Put everything about the metric into Metrics, or leave Metrics out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
      fact: 'With Metrics none of MetricName, Namespace, Dimensions, Period, Statistic, ExtendedStatistic and Unit can be set.',
    },
  ],
  notes: ['000:488', '000:496', '001:1046', '001:1047', '001:1059', '001:1060', '002:1891', '002:1892'],
  cfnLint: ['E3020'],
  messages: {
    both: '{name} cannot stand beside Metrics; move it into an entry of Metrics.',
    neither: 'The alarm watches nothing; give MetricName or Metrics.',
  },
  check(alarm, { report }) {
    for (const metrics of alarm.present('Metrics')) {
      const here = alarm.under(metrics.when)
      for (const name of OF_ONE_METRIC) for (const set of here.present(name)) report(atKey(set), 'both', { name })
    }
    // An alarm that evaluates a query of PromQL has neither.
    if (alarm.present('EvaluationCriteria').length > 0) return
    for (const { when } of alarm.absent('Metrics')) {
      for (const absent of alarm.under(when).absent('MetricName')) report(absent, 'neither')
    }
  },
})
