import { arnsAt, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'logs/subscription-role-missing',
  title: 'Kinesis and Firehose subscriptions need a role',
  severity: 'error',
  on: ['AWS::Logs::SubscriptionFilter'],
  why: 'CloudWatch Logs rejects the filter: it may not write to the stream.',
  fix: 'Give RoleArn, a role that logs.amazonaws.com may assume and that may write to the stream.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
      fact: 'For a stream of Kinesis or Firehose the filter needs a role with which CloudWatch Logs writes there.',
    },
  ],
  notes: ['002:1868'],
  messages: {
    missing: 'The destination is a stream of {service}, for which RoleArn is needed; add it.',
  },
  check(filter, { report }) {
    for (const use of arnsAt(filter.template, filter, 'DestinationArn')) {
      const { service } = use
      if (service !== 'kinesis' && service !== 'firehose') continue
      for (const absent of filter.absent('RoleArn')) {
        const when = both(use.when, absent.when)
        if (canHold(when)) report({ node: use.node, when }, 'missing', { service: service === 'kinesis' ? 'Kinesis' : 'Firehose' })
      }
    }
  },
})
