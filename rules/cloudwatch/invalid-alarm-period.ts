import { defineRule, number } from '#rule'

export default defineRule({
  id: 'cloudwatch/invalid-alarm-period',
  title: 'An alarm period must be 10, 20, 30 or a multiple of 60 seconds',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm.',
  fix: 'Use 10, 20 or 30 seconds, or a multiple of 60.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
      fact: 'Valid periods are 10, 20, 30, 60 and every multiple of 60 seconds.',
    },
  ],
  notes: ['000:488', '000:496', '001:1046', '001:1047', '001:1059', '001:1060', '002:1839', '002:1840', '002:1851', '002:1890', '003:72'],
  cfnLint: ['E3615'],
  messages: {
    period: 'Period is {value} seconds; it must be 10, 20, 30 or a multiple of 60.',
  },
  check(alarm, { report }) {
    const isValid = (value: number): boolean => [10, 20, 30].includes(value) || (value > 0 && value % 60 === 0)
    for (const fact of alarm.known('Period', number)) if (!isValid(fact.value)) report(fact, 'period', { value: fact.value })
    // Metrics of high resolution can be read by the second.
    for (const fact of ['Metrics.*.Period', 'Metrics.*.MetricStat.Period'].flatMap((path) => alarm.known(path, number)))
      if (![1, 5].includes(fact.value) && !isValid(fact.value)) report(fact, 'period', { value: fact.value })
  },
})
