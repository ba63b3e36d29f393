import { arnsAt, defineRule } from '#rule'

export default defineRule({
  id: 'logs/unsupported-subscription-destination',
  title: 'Logs go to Kinesis, Firehose, Lambda or a logs destination',
  severity: 'error',
  on: ['AWS::Logs::SubscriptionFilter'],
  why: 'CloudWatch Logs rejects the filter.',
  fix: 'Deliver to a function, a stream of Kinesis or Firehose, or a destination of CloudWatch Logs, and go on from there.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html',
      fact: 'Destinations are streams of Kinesis and Firehose, functions, and logical destinations.',
    },
  ],
  notes: ['002:1868'],
  messages: {
    service:
      'The destination is of the service {service}; use a function, a stream of Kinesis or Firehose, or a destination of CloudWatch Logs.',
    group: 'The destination is a log group; use a function, a stream of Kinesis or Firehose, or a destination of CloudWatch Logs.',
  },
  check(filter, { report }) {
    for (const use of arnsAt(filter.template, filter, 'DestinationArn')) {
      const { service } = use
      if (service === undefined || service === 'ssm') continue
      if (!['kinesis', 'firehose', 'lambda', 'logs'].includes(service)) report(use.place, 'service', { service })
      else if (use.type === 'AWS::Logs::LogGroup') report(use.place, 'group')
    }
  },
})
