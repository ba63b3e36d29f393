import { defineRule, oneOf, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/unsupported-network-action',
  title: 'A network listener can only forward',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener'],
  why: 'The load balancer service rejects the listener.',
  fix: 'Forward to a target group; redirects and answers need an application load balancer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
      fact: 'A listener of a network load balancer can only forward.',
    },
  ],
  notes: ['001:322', '001:323', '001:390', '001:391', '001:393', '001:394', '001:396', '001:397', '003:83', '003:87'],
  check: where('Protocol', ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'], oneOf('DefaultActions.*.Type', ['forward'])),
})
