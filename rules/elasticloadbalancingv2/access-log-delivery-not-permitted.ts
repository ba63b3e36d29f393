import {
  attributeValues,
  boolean,
  both,
  defineRule,
  leadsOf,
  mayCover,
  mayCoverAction,
  type Node,
  nodesAt,
  type PolicyDocument,
  type Resource,
  resourcePoliciesOf,
  string,
  type When,
} from '#rule'

/** The buckets of access logs that are turned on. */
function bucketsOf(balancer: Resource): { node: Node; when: When }[] {
  if (balancer.type === 'AWS::ElasticLoadBalancing::LoadBalancer') {
    return balancer
      .items('AccessLoggingPolicy')
      .flatMap((policy) =>
        policy.known('Enabled', boolean).flatMap(({ value, when }) => (value ? nodesAt(policy.under(when), 'S3BucketName') : [])),
      )
  }
  const [on] = attributeValues(balancer, 'LoadBalancerAttributes', 'access_logs.s3.enabled')
  if (on?.value !== 'true') return []
  return balancer
    .items('LoadBalancerAttributes')
    .flatMap((attribute) =>
      attribute
        .known('Key', string)
        .flatMap((key) => (key.value === 'access_logs.s3.bucket' ? nodesAt(attribute.under(both(on.when, key.when)), 'Value') : [])),
    )
}

/** Older policies name the account of the service in the Region, so that every principal but other services may be it. */
function mayAdmit(policy: PolicyDocument): boolean {
  if (!policy.isComplete) return true
  return policy.statements.some((statement) => {
    if (statement.isDeny || !statement.may('Action', (text) => mayCoverAction(text, 's3:PutObject'))) return false
    if (statement.principals('NotPrincipal').length > 0) return true
    return statement
      .principals()
      .some(
        ({ type, text }) =>
          type !== 'Service' || mayCover(text, 'delivery.logs.amazonaws.com') || text.startsWith('logdelivery.elasticloadbalancing'),
      )
  })
}

export default defineRule({
  id: 'elasticloadbalancingv2/access-log-delivery-not-permitted',
  title: 'The log bucket must admit the delivery of access logs',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
  why: 'The load balancer is rejected: "Access Denied for bucket".',
  fix: 'Add an AWS::S3::BucketPolicy that lets logdelivery.elasticloadbalancing.amazonaws.com put objects, or delivery.logs.amazonaws.com for a network load balancer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
      fact: 'The bucket needs a policy that lets Elastic Load Balancing write the logs into it.',
    },
  ],
  notes: ['000:404', '001:342', '001:343', '001:344', '003:84'],
  messages: {
    closed:
      'No policy of the bucket {bucket} lets Elastic Load Balancing write logs into it; add one for logdelivery.elasticloadbalancing.amazonaws.com.',
  },
  check(balancer, { report }) {
    for (const { node, when } of bucketsOf(balancer)) {
      for (const { resource: bucket, node: place, when: under } of leadsOf(balancer.template, node, when)) {
        if (bucket.type !== 'AWS::S3::Bucket') continue
        const { policies, isComplete } = resourcePoliciesOf(bucket)
        if (isComplete && !policies.some(({ document }) => mayAdmit(document)))
          report({ node: place, when: under }, 'closed', { bucket: bucket.id })
      }
    }
  },
})
