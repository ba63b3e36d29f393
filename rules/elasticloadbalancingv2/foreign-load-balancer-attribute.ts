import { type Absent, defineRule, type Known, listOf, string } from '#rule'

import { BALANCER_ATTRIBUTES, balancerOf, LISTENER_ATTRIBUTES, typesWith } from './_attributes.ts'

/** A type that a parameter allows stands elsewhere. */
const relatedTo = (fact: Known<string> | Absent) =>
  fact.state === 'known' && fact.via ? [{ node: fact.node, message: `the type ${fact.value}` }] : []

export default defineRule({
  id: 'elasticloadbalancingv2/foreign-load-balancer-attribute',
  title: 'A load balancer attribute must fit the balancer type',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::Listener'],
  why: 'Elastic Load Balancing rejects the attribute.',
  fix: 'Remove the attribute, or change the type of the load balancer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-loadbalancer-loadbalancerattribute.html',
      fact: 'Each attribute is listed with the types of load balancers that support it.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-listenerattribute.html',
      fact: 'The idle timeout of TCP is for network and gateway load balancers, the headers for application load balancers.',
    },
  ],
  notes: ['000:414', '001:331', '001:332', '001:333', '001:334', '001:387'],
  messages: {
    foreign: '{key} is an attribute of load balancers of the type {types}; the type here is {type}.',
  },
  check(resource, { report }) {
    const isListener = resource.type === 'AWS::ElasticLoadBalancingV2::Listener'
    const table = isListener ? LISTENER_ATTRIBUTES : BALANCER_ATTRIBUTES
    const property = isListener ? 'ListenerAttributes' : 'LoadBalancerAttributes'
    for (const fact of resource.possible(isListener ? 'Protocol' : 'Type', string)) {
      if (fact.state === 'unknown' || (isListener && fact.state === 'absent')) continue
      const type = fact.state === 'absent' ? 'application' : isListener ? balancerOf(fact.value) : fact.value
      for (const key of resource.under(fact.when).known(`${property}.*.Key`, string)) {
        const types = typesWith(table, key.value)
        if (type && types.length > 0 && !types.some((one) => one === type))
          report({ node: key.node, when: key.when, related: relatedTo(fact) }, 'foreign', { key: key.value, types: listOf(types), type })
      }
    }
  },
})
