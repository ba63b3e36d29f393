import { attributeValues, boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/access-log-bucket-missing',
  title: 'Access logs need a bucket',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
  why: 'The load balancer is rejected.',
  fix: 'Name the bucket: access_logs.s3.bucket, or S3BucketName of a classic load balancer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-loadbalancer-loadbalancerattribute.html',
      fact: 'The attribute access_logs.s3.bucket is required where access logs are on.',
    },
  ],
  notes: ['000:404', '001:342', '001:343', '001:344', '003:84'],
  messages: { missing: 'Access logs are on and {name} is not set; name a bucket.' },
  check(balancer, { report }) {
    if (balancer.type === 'AWS::ElasticLoadBalancing::LoadBalancer') {
      for (const policy of balancer.items('AccessLoggingPolicy')) {
        for (const on of policy.known('Enabled', boolean)) {
          for (const { when } of on.value ? policy.under(on.when).absent('S3BucketName') : [])
            report({ node: on.node, when }, 'missing', { name: 'S3BucketName' })
        }
      }
      return
    }
    const keys = balancer.possible('LoadBalancerAttributes.*.Key', string)
    if (keys.some((key) => key.state === 'unknown' || (key.state === 'known' && key.value === 'access_logs.s3.bucket'))) return
    for (const on of attributeValues(balancer, 'LoadBalancerAttributes', 'access_logs.s3.enabled')) {
      if (on.value === 'true') report(on, 'missing', { name: 'access_logs.s3.bucket' })
    }
  },
})
