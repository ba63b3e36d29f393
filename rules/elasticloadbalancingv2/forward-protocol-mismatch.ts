import { balancersOf, both, canHold, defineRule, forwardsOf, listenersOf, listOf, string, table } from '#rule'

import { balancerOf } from './_attributes.ts'

const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup'

/** The protocols of target groups, by that of the listener. */
const FITS: Readonly<Record<string, readonly string[]>> = table<readonly string[]>({
  HTTP: ['HTTP', 'HTTPS'],
  HTTPS: ['HTTP', 'HTTPS'],
  TCP: ['TCP', 'TCP_UDP', 'TCP_QUIC'],
  TLS: ['TLS', 'TCP'],
  UDP: ['UDP', 'TCP_UDP'],
  TCP_UDP: ['TCP_UDP'],
  QUIC: ['QUIC', 'TCP_QUIC'],
  TCP_QUIC: ['TCP_QUIC'],
})

export default defineRule({
  id: 'elasticloadbalancingv2/forward-protocol-mismatch',
  title: 'A listener forwards to a target group of its protocol',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'],
  why: 'Elastic Load Balancing rejects the action: listener and target group have different protocols.',
  fix: 'Give the target group the protocol of the listener, or one that the listener can forward to.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
      fact: 'A TCP listener forwards to TCP or TCP_UDP groups, TLS to TCP or TLS, UDP to UDP or TCP_UDP, TCP_UDP to TCP_UDP only.',
    },
    {
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
      fact: 'The target groups of a TCP_UDP listener use TCP_UDP, those of a TCP_QUIC listener TCP_QUIC.',
    },
    {
      url: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/pull/4853',
      fact: 'A TCP listener that forwards to a TLS group is refused with IncompatibleProtocols.',
    },
    {
      url: 'https://github.com/hashicorp/terraform-provider-aws/issues/4955',
      fact: 'A TCP listener that forwards to an HTTP group is refused with the same.',
    },
  ],
  notes: ['001:322', '001:323', '001:390', '001:391', '001:393', '001:394', '001:396', '001:397', '003:83', '003:87'],
  cfnLint: ['E3711'],
  messages: { mismatch: 'The target group {group} has the protocol {protocol}; a listener with {listener} forwards to {wanted}.' },
  check(resource, { report }) {
    for (const { listener, when } of listenersOf(resource)) {
      const others = balancersOf(listener)
      for (const protocol of listener.under(when).known('Protocol', string)) {
        // That the load balancer does not speak it is told by another rule.
        if (others.some(({ kind }) => kind !== balancerOf(protocol.value))) continue
        for (const forward of forwardsOf(resource)) {
          for (const group of forward.group.resource?.type === GROUP ? forward.group.resource.known('Protocol', string) : []) {
            const joint = both(protocol.when, both(forward.when, group.when))
            const fits = FITS[protocol.value]
            if (!fits || fits.includes(group.value) || !canHold(joint)) continue
            const data = { group: forward.group.key, protocol: group.value, listener: protocol.value, wanted: listOf(fits) }
            report({ node: forward.node, when: joint, related: [{ node: group.node, message: 'its protocol' }] }, 'mismatch', data)
          }
        }
      }
    }
  },
})
