import { all, defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/health-check-setting-mismatch',
  title: 'Health check settings must fit the protocols',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'Elastic Load Balancing rejects the group.',
  fix: 'Use a health check by HTTP or HTTPS where a path or codes are looked at; groups of HTTP are checked by HTTP or HTTPS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'Health checks are by HTTP, HTTPS or TCP; TCP is not for groups of HTTP and HTTPS; path and matcher are for checks by HTTP and HTTPS.',
    },
  ],
  notes: ['001:346', '001:348'],
  cfnLint: ['E3683', 'E3684'],
  check: all(
    where(
      'HealthCheckProtocol',
      ['TCP'],
      forbid('A health check by TCP has no {name}; remove it or check by HTTP.', 'HealthCheckPath', 'Matcher'),
    ),
    where(
      'Protocol',
      ['HTTP', 'HTTPS'],
      where(
        'HealthCheckProtocol',
        ['TCP'],
        forbid('{name} TCP is not for groups with the protocol HTTP or HTTPS; use one of these.', 'HealthCheckProtocol'),
      ),
    ),
    where(
      'HealthCheckProtocol',
      ['TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC', 'GENEVE'],
      forbid('{name} must be HTTP, HTTPS or TCP; nothing else is supported.', 'HealthCheckProtocol'),
    ),
  ),
})
