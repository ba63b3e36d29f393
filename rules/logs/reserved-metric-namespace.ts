import { defineRule, string } from '#rule'

export default defineRule({
  id: 'logs/reserved-metric-namespace',
  title: 'Custom metrics must not use the AWS/ namespace',
  severity: 'warning',
  on: ['AWS::Logs::MetricFilter'],
  why: 'The namespaces that begin with AWS/ are those of AWS services; the metric would be refused or lost among theirs.',
  fix: 'Use a namespace of your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html',
      fact: 'Namespaces of your own do not begin with "AWS/".',
    },
  ],
  notes: ['000:476', '000:493', '002:1850', '002:1851', '002:1879', '002:1880'],
  messages: {
    reserved: 'MetricNamespace is "{value}"; namespaces that begin with AWS/ belong to AWS, so use one of your own.',
  },
  check(filter, { report }) {
    for (const fact of filter.known('MetricTransformations.*.MetricNamespace', string))
      if (/^AWS\//.test(fact.value)) report(fact, 'reserved', { value: fact.value })
  },
})
