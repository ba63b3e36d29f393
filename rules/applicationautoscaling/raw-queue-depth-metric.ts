import { both, canHold, defineRule, type Properties, string } from '#rule'

const DEPTH = 'ApproximateNumberOfMessagesVisible'

export default defineRule({
  id: 'applicationautoscaling/raw-queue-depth-metric',
  title: 'Target tracking must not follow the raw queue length',
  severity: 'warning',
  on: ['AWS::ApplicationAutoScaling::ScalingPolicy', 'AWS::AutoScaling::ScalingPolicy'],
  why: 'The length of a queue does not shrink in proportion to the consumers, so the capacity overshoots and swings.',
  fix: 'Track the backlog per consumer: metric math that divides the length by the number of tasks or instances.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html',
      fact: 'The number of messages does not change with the size of the group; the backlog per instance is the metric to track.',
    },
  ],
  notes: ['001:877', '001:878', '001:880', '001:881'],
  messages: { raw: 'ApproximateNumberOfMessagesVisible does not follow the capacity; divide it by the number of consumers.' },
  check(policy, { report }) {
    const isOfGroup = policy.type === 'AWS::AutoScaling::ScalingPolicy'
    for (const tracking of policy.items(isOfGroup ? 'TargetTrackingConfiguration' : 'TargetTrackingScalingPolicyConfiguration')) {
      for (const metric of tracking.items('CustomizedMetricSpecification')) {
        const queries = metric.items('Metrics')
        // An expression may be the division.
        if (metric.facts('Metrics').some(({ state }) => state === 'unknown')) continue
        if (queries.some((query) => query.isOpen || query.present('Expression').length > 0)) continue
        for (const of of [metric, ...queries.flatMap((query) => query.items('MetricStat.Metric'))])
          for (const place of depths(of)) report(place, 'raw')
      }
    }
  },
})

const depths = (metric: Properties) =>
  metric.known('MetricName', string).flatMap((name) =>
    metric.known('Namespace', string).flatMap((space) => {
      const when = both(name.when, space.when)
      return name.value === DEPTH && space.value === 'AWS/SQS' && canHold(when) ? [{ node: name.node, when }] : []
    }),
  )
