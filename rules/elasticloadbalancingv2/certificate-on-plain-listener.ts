import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/certificate-on-plain-listener',
  title: 'Certificates and SslPolicy need an HTTPS or TLS listener',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener'],
  why: 'Elastic Load Balancing rejects the listener.',
  fix: 'Use HTTPS or TLS, or remove the property.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
      fact: 'Certificates and the security policy belong to secure listeners, HTTPS and TLS; ALPN to TLS.',
    },
  ],
  notes: ['001:374', '001:378', '001:379', '001:380', '003:107'],
  check: where(
    'Protocol',
    ['HTTP', 'TCP', 'UDP', 'TCP_UDP'],
    forbid(
      '{name} needs a listener with the protocol HTTPS or TLS; change the protocol or remove it.',
      'Certificates',
      'SslPolicy',
      'AlpnPolicy',
    ),
  ),
})
