import { both, canHold, closest, defineRule, type Properties, string, table } from '#rule'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Metrics as the pages of the services listed them in November 2026. Only what is close to one of them is taken for a slip. */
const METRICS = table<readonly string[]>({
  'AWS/EC2':
    words(`CPUUtilization CPUCreditUsage CPUCreditBalance CPUSurplusCreditBalance CPUSurplusCreditsCharged DedicatedHostCPUUtilization
    DiskReadOps DiskWriteOps DiskReadBytes DiskWriteBytes EBSReadOps EBSWriteOps EBSReadBytes EBSWriteBytes EBSIOBalance% EBSByteBalance%
    InstanceEBSIOPSExceededCheck InstanceEBSThroughputExceededCheck MetadataNoToken MetadataNoTokenRejected NetworkIn NetworkOut
    NetworkPacketsIn NetworkPacketsOut StatusCheckFailed StatusCheckFailed_Instance StatusCheckFailed_System StatusCheckFailed_AttachedEBS`),
  'AWS/Lambda': words(`Invocations Errors DeadLetterErrors DestinationDeliveryFailures Throttles OversizedRecordCount Duration
    PostRuntimeExtensionsDuration IteratorAge OffsetLag MaxOffsetLag SumOffsetLag ConcurrentExecutions UnreservedConcurrentExecutions ClaimedAccountConcurrency
    ProvisionedConcurrentExecutions ProvisionedConcurrencyUtilization ProvisionedConcurrencyInvocations AsyncEventsReceived AsyncEventAge
    ProvisionedConcurrencySpilloverInvocations AsyncEventsDropped RecursiveInvocationsDropped PolledEventCount InvokedEventCount
    FilteredOutEventCount FailedInvokeEventCount DeletedEventCount DroppedEventCount OnFailureDestinationDeliveredEventCount`),
  'AWS/SNS': words(`NumberOfMessagesPublished NumberOfNotificationsDelivered NumberOfNotificationsFailed NumberOfNotificationsFilteredOut
    NumberOfNotificationsRedrivenToDlq NumberOfNotificationsFailedToRedriveToDlq PublishSize SMSMonthToDateSpentUSD SMSSuccessRate`),
  'AWS/SQS':
    words(`ApproximateAgeOfOldestMessage ApproximateAgeOfOldestMessageInQuietGroups ApproximateNumberOfGroupsWithInflightMessages ApproximateNumberOfMessagesDelayed
    ApproximateNumberOfMessagesNotVisible ApproximateNumberOfMessagesVisible ApproximateNumberOfNoisyGroups NumberOfDeduplicatedSentMessages
    ApproximateNumberOfMessagesDelayedInQuietGroups ApproximateNumberOfMessagesNotVisibleInQuietGroups
    ApproximateNumberOfMessagesVisibleInQuietGroups
    NumberOfEmptyReceives NumberOfMessagesDeleted NumberOfMessagesReceived NumberOfMessagesSent SentMessageSize`),
})

/** What many look for in the namespace of instances. */
const OF_AGENT = /^(mem|memory|disk|swap|filesystem)_?(used|utili[sz]ation|available|free|space).*$/i
/** Attributes of queues that are no metrics. */
const MEANT = table<string>({ 'AWS/SQS ApproximateNumberOfMessages': 'ApproximateNumberOfMessagesVisible' })

export default defineRule({
  id: 'cloudwatch/unknown-metric',
  title: 'The metric name does not exist in its AWS namespace',
  severity: 'warning',
  on: ['AWS::CloudWatch::Alarm', 'AWS::AutoScaling::ScalingPolicy', 'AWS::ApplicationAutoScaling::ScalingPolicy'],
  why: 'There is no such metric, so the alarm has no data and never tells.',
  fix: 'Use a metric that the service publishes; memory and disk space of instances come from the CloudWatch agent (namespace CWAgent).',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html',
      fact: 'The metrics of instances; memory and disk space are not among them.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
      fact: 'The metrics of queues.',
    },
    { url: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html', fact: 'The metrics of functions.' },
    { url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html', fact: 'The metrics of topics.' },
  ],
  notes: [
    '001:303',
    '001:304',
    '001:305',
    '001:306',
    '001:307',
    '001:308',
    '001:309',
    '002:350',
    '002:1001',
    '002:1844',
    '002:1845',
    '002:1846',
    '002:1847',
    '002:1849',
    '002:1854',
    '002:1858',
    '003:72',
  ],
  messages: {
    agent: '{namespace} has no metric "{name}"; the CloudWatch agent publishes it in a namespace of its own, CWAgent.',
    near: '{namespace} has no metric "{name}" (did you mean {near}?).',
  },
  check(resource, { report }) {
    const judge = (metric: Properties): void => {
      for (const { value: namespace, when } of metric.known('Namespace', string)) {
        const names = METRICS[namespace]
        for (const fact of names ? metric.known('MetricName', string) : []) {
          const name = fact.value
          const at = { node: fact.node, when: both(fact.when, when) }
          if (!names || names.includes(name) || !canHold(at.when)) continue
          const near = MEANT[`${namespace} ${name}`] ?? closest(name, names)
          if (namespace === 'AWS/EC2' && OF_AGENT.test(name)) report(at, 'agent', { namespace, name })
          else if (near) report(at, 'near', { namespace, name, near })
        }
      }
    }
    if (resource.type === 'AWS::CloudWatch::Alarm') {
      judge(resource)
      for (const stat of resource.items('Metrics').flatMap((query) => query.items('MetricStat'))) stat.items('Metric').forEach(judge)
    } else {
      const isApplication = resource.type === 'AWS::ApplicationAutoScaling::ScalingPolicy'
      const tracking = resource.items(isApplication ? 'TargetTrackingScalingPolicyConfiguration' : 'TargetTrackingConfiguration')
      for (const one of tracking) one.items('CustomizedMetricSpecification').forEach(judge)
    }
  },
})
