import { defineRule, each, exclusive } from '#rule'

export default defineRule({
  id: 'logs/default-value-with-dimensions',
  title: 'A metric filter has a default value or dimensions',
  severity: 'error',
  on: ['AWS::Logs::MetricFilter'],
  why: 'CloudWatch Logs rejects the filter.',
  fix: 'Remove DefaultValue or Dimensions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-logs-metricfilter-metrictransformation.html',
      fact: 'A transformation with dimensions cannot have a default value.',
    },
  ],
  notes: ['000:476', '000:493', '002:1850', '002:1851', '002:1879', '002:1880'],
  cfnLint: ['E3020'],
  check: each('MetricTransformations', exclusive('DefaultValue', 'Dimensions')),
})
