import { boolean, defineRule, list } from '#rule'

export default defineRule({
  id: 'cloudwatch/ambiguous-metric-math-result',
  title: 'Exactly one entry of Metrics must return data',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'CloudWatch rejects the alarm: exactly one entry gives the result that it watches.',
  fix: 'Set ReturnData to false for all entries but one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      fact: 'Of the queries of an alarm on metric math exactly one has ReturnData true; not set it counts as true.',
    },
  ],
  notes: ['002:1891', '002:1892'],
  messages: {
    count: '{count} of these entries return data; of the Metrics of an alarm exactly one does, so set ReturnData to false for the others.',
    none: 'None of these entries returns data; set ReturnData to true for the one that the alarm watches.',
  },
  check(alarm, { report }) {
    // A band of anomaly detection comes back with the metric.
    if (alarm.facts('ThresholdMetricId').some(({ state }) => state !== 'absent')) return
    for (const metrics of alarm.known('Metrics', list)) {
      const entries = alarm.under(metrics.when).items('Metrics')
      if (entries.length !== metrics.value.length || entries.length === 0) continue
      const returns = entries.map((entry) => {
        const [fact, ...others] = entry.possible('ReturnData', boolean)
        if (!fact || others.length > 0 || fact.state === 'unknown' || entry.isOpen) return undefined
        return fact.state === 'absent' || fact.value
      })
      const count = returns.filter((one) => one).length
      if (returns.includes(undefined)) continue
      if (count === 0) report(metrics, 'none')
      else if (count > 1) report(metrics, 'count', { count })
    }
  },
})
