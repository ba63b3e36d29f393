import { atKey, both, canHold, defineRule, shorten, string } from '#rule'

export default defineRule({
  id: 'logs/dimensions-on-text-pattern',
  title: 'Metric dimensions need a JSON or bracket pattern',
  severity: 'error',
  on: ['AWS::Logs::MetricFilter'],
  why: 'CloudWatch Logs rejects the filter: the pattern does not support dimensions.',
  fix: 'Use a pattern for JSON, { … }, or for fields, [ … ], whose fields the dimensions name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html',
      fact: 'Dimensions are taken from fields of events in JSON or separated by blanks.',
    },
  ],
  notes: ['002:1850', '002:1851', '002:1879', '002:1880'],
  messages: {
    text: 'FilterPattern is "{pattern}", which has no fields, so the metric cannot have Dimensions; use a pattern for JSON or for fields.',
  },
  check(filter, { report }) {
    for (const pattern of filter.known('FilterPattern', string)) {
      if (/^\s*[{[]/.test(pattern.value)) continue
      for (const item of filter.items('MetricTransformations')) {
        for (const dimensions of item.present('Dimensions')) {
          const when = both(pattern.when, dimensions.when)
          const isEmpty = dimensions.state === 'known' && dimensions.value.kind === 'sequence' && dimensions.value.items.length === 0
          if (!isEmpty && canHold(when)) report(atKey(dimensions, when), 'text', { pattern: shorten(pattern.value) })
        }
      }
    }
  },
})
