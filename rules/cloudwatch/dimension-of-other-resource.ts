import { both, canHold, defineRule, deployedType, leadsOf, nodesAt, type Properties, string, table } from '#rule'

interface Dimension {
  /** The types of resources that it names. */
  readonly types: readonly string[]
  /** The attribute that gives its value; undefined for Ref. */
  readonly attribute?: string
}

const BALANCER: Dimension = { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], attribute: 'LoadBalancerFullName' }
const GROUP: Dimension = { types: ['AWS::ElasticLoadBalancingV2::TargetGroup'], attribute: 'TargetGroupFullName' }

/** Dimensions by namespace and name. Source: the page on CloudWatch metrics of each service. */
const DIMENSIONS = table<Dimension>({
  'AWS/ApplicationELB LoadBalancer': BALANCER,
  'AWS/ApplicationELB TargetGroup': GROUP,
  'AWS/DynamoDB TableName': { types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'] },
  'AWS/EC2 AutoScalingGroupName': { types: ['AWS::AutoScaling::AutoScalingGroup'] },
  'AWS/EC2 InstanceId': { types: ['AWS::EC2::Instance'] },
  'AWS/ECS ClusterName': { types: ['AWS::ECS::Cluster'] },
  'AWS/ECS ServiceName': { types: ['AWS::ECS::Service'], attribute: 'Name' },
  'AWS/Kinesis StreamName': { types: ['AWS::Kinesis::Stream'] },
  'AWS/Lambda FunctionName': { types: ['AWS::Lambda::Function'] },
  'AWS/NetworkELB LoadBalancer': BALANCER,
  'AWS/NetworkELB TargetGroup': GROUP,
  'AWS/RDS DBClusterIdentifier': { types: ['AWS::RDS::DBCluster'] },
  'AWS/RDS DBInstanceIdentifier': { types: ['AWS::RDS::DBInstance'] },
  'AWS/SNS TopicName': { types: ['AWS::SNS::Topic'], attribute: 'TopicName' },
  'AWS/SQS QueueName': { types: ['AWS::SQS::Queue'], attribute: 'QueueName' },
})

/** What gives no name of anything else; custom resources, parameters and nested stacks give any text. */
const CAN_BE_ANYTHING = /^(?!AWS::)|^AWS::(CloudFormation|SSM|Serverless::Application)\b/

export default defineRule({
  id: 'cloudwatch/dimension-of-other-resource',
  title: 'A dimension must name a resource of its own kind',
  severity: 'warning',
  on: ['AWS::CloudWatch::Alarm'],
  why: 'There is no metric with this dimension, so the alarm has no data and never tells.',
  fix: 'Use what the service publishes: the name, or the full name of a load balancer or target group.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html',
      fact: 'A metric is found by its exact dimensions, name and value.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
      fact: 'The dimension of queues is QueueName, the name of the queue.',
    },
  ],
  notes: ['004:98', '004:100'],
  messages: {
    kind: 'The dimension {name} is the name of {wanted}, but {id} is {type}; use a dimension of that.',
    attribute: '{given} is not what {name} has as value; use {use}.',
  },
  check(alarm, { report }) {
    const judge = (metric: Properties): void => {
      for (const namespace of metric.known('Namespace', string)) {
        for (const item of metric.under(namespace.when).items('Dimensions')) {
          for (const name of item.known('Name', string)) {
            const dimension = DIMENSIONS[`${namespace.value} ${name.value}`]
            if (!dimension) continue
            const { types, attribute: wanted } = dimension
            for (const { node, when } of nodesAt(item, 'Value')) {
              for (const { resource, attribute, node: place, when: under } of leadsOf(alarm.template, node, both(when, name.when))) {
                const type = deployedType(resource.type)
                if (CAN_BE_ANYTHING.test(type) || !canHold(under)) continue
                const at = { node: place, when: under }
                if (!types.includes(type)) {
                  // An attribute can be the name of what the resource belongs to.
                  if (attribute === undefined)
                    report(at, 'kind', { name: name.value, wanted: types[0] as string, id: resource.id, type: resource.type })
                } else if (attribute !== wanted && (wanted !== undefined || attribute?.endsWith('Arn'))) {
                  const use = wanted ? `Fn::GetAtt with ${wanted} of ${resource.id}` : `Ref of ${resource.id}`
                  report(at, 'attribute', {
                    given: attribute ? `${resource.id}.${attribute}` : `Ref of ${resource.id}`,
                    name: name.value,
                    use,
                  })
                }
              }
            }
          }
        }
      }
    }
    judge(alarm)
    for (const metric of alarm
      .items('Metrics')
      .flatMap((query) => query.items('MetricStat'))
      .flatMap((stat) => stat.items('Metric')))
      judge(metric)
  },
})
