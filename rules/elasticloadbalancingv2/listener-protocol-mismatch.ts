import { atKey, balancersOf, canHold, defineRule, present, string } from '#rule'

import { balancerOf } from './_attributes.ts'

export default defineRule({
  id: 'elasticloadbalancingv2/listener-protocol-mismatch',
  title: 'A listener speaks a protocol of its load balancer',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener'],
  why: 'Elastic Load Balancing rejects the listener: the protocol is not supported.',
  fix: 'Use HTTP or HTTPS for an application load balancer, TCP, TLS, UDP, TCP_UDP, QUIC or TCP_QUIC for a network load balancer; a gateway load balancer takes neither protocol nor port.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
      fact: 'Application load balancers speak HTTP and HTTPS, network load balancers TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC; for a gateway no protocol or port can be set.',
    },
  ],
  notes: [
    '001:322',
    '001:323',
    '001:390',
    '001:391',
    '001:393',
    '001:394',
    '001:396',
    '001:397',
    '002:52',
    '002:70',
    '002:155',
    '002:162',
    '003:83',
    '003:87',
  ],
  messages: {
    protocol: 'Protocol is {value}; {balancer} is a load balancer of the type {kind}, which speaks {wanted}.',
    gateway: '{name} cannot be set; {balancer} is a load balancer of the type gateway.',
  },
  check(listener, { report }) {
    for (const { kind, balancer, when } of balancersOf(listener)) {
      const here = listener.under(when)
      if (kind === 'gateway') {
        for (const name of ['Protocol', 'Port'])
          for (const set of present(here, name)) if (canHold(set.when)) report(atKey(set), 'gateway', { name, balancer: balancer.id })
        continue
      }
      for (const { node, value, when: under } of here.known('Protocol', string)) {
        const speaks = balancerOf(value)
        if (!speaks || speaks === kind || !canHold(under)) continue
        const wanted = kind === 'application' ? 'HTTP or HTTPS' : 'TCP, TLS, UDP, TCP_UDP, QUIC or TCP_QUIC'
        report({ node, when: under }, 'protocol', { value, kind, balancer: balancer.id, wanted })
      }
    }
  },
})
