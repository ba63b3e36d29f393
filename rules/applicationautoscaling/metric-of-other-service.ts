import { both, canHold, defineRule, type Known, listOf, type Resource, string, targetsOf } from '#rule'
import { METRIC_PAGE } from './_page.ts'

/** What the names of predefined metrics begin with, and the services that have them. */
const METRICS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^AppStream/, ['appstream']],
  [/^ALBRequestCountPerTarget/, ['ecs', 'ec2']],
  [/^Cassandra/, ['cassandra']],
  [/^Comprehend/, ['comprehend']],
  [/^DynamoDB/, ['dynamodb']],
  [/^EC2SpotFleet/, ['ec2']],
  [/^ECSService/, ['ecs']],
  [/^ElastiCache/, ['elasticache']],
  [/^Kafka/, ['kafka']],
  [/^Lambda/, ['lambda']],
  [/^NeptuneReader/, ['neptune']],
  [/^RDSReader/, ['rds']],
  [/^SageMaker/, ['sagemaker']],
  [/^WorkSpaces/, ['workspaces']],
]

/** Services that are scaled by target tracking and by schedule only. */
const STEPLESS = ['cassandra', 'comprehend', 'dynamodb', 'elasticache', 'kafka', 'lambda', 'neptune']

export default defineRule({
  id: 'applicationautoscaling/metric-of-other-service',
  title: 'A predefined scaling metric must belong to the target service',
  severity: 'error',
  on: ['AWS::ApplicationAutoScaling::ScalingPolicy'],
  why: 'Application Auto Scaling rejects the policy.',
  fix: 'Use a metric of the service, and target tracking where it has no steps.',
  sources: [
    {
      url: METRIC_PAGE,
      fact: 'Each predefined metric is for one service (requests per target of a load balancer for ECS services and Spot Fleets).',
    },
    {
      url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html',
      fact: 'Scaling in steps is not supported for DynamoDB, Comprehend, Lambda, Keyspaces, MSK, ElastiCache and Neptune.',
    },
  ],
  notes: ['000:527', '001:717', '001:721', '001:723', '003:384'],
  messages: {
    other: 'PredefinedMetricType {metric} is a metric of {services}, but the target is of {namespace}; use a metric of {namespace}.',
    steps: 'PolicyType is StepScaling, but {namespace} can be scaled with TargetTrackingScaling only; use that.',
  },
  check(policy, { report }) {
    for (const namespace of namespacesOf(policy)) {
      const path = 'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType'
      for (const { value: metric, node, when } of policy.known(path, string)) {
        const services = METRICS.find(([pattern]) => pattern.test(metric))?.[1]
        const joint = both(when, namespace.when)
        if (services && !services.includes(namespace.value) && canHold(joint))
          report({ node, when: joint }, 'other', { metric, services: listOf(services, 'and'), namespace: namespace.value })
      }
      for (const { value, node, when } of policy.known('PolicyType', string)) {
        const joint = both(when, namespace.when)
        if (value === 'StepScaling' && STEPLESS.includes(namespace.value) && canHold(joint))
          report({ node, when: joint }, 'steps', { namespace: namespace.value })
      }
    }
  },
})

/** The service that is scaled: what the policy says, or its target in the template. */
function namespacesOf(policy: Resource): Known<string>[] {
  const targets = targetsOf(policy.template, policy, 'ScalingTargetId').filter(
    ({ resource }) => resource?.type === 'AWS::ApplicationAutoScaling::ScalableTarget',
  )
  return [policy, ...targets.map(({ resource, when }) => (resource as Resource).under(when))].flatMap((of) =>
    of.known('ServiceNamespace', string),
  )
}
