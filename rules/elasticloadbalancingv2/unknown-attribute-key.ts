import { closest, defineRule, string, table } from '#rule'

import { BALANCER_ATTRIBUTES, LISTENER_ATTRIBUTES, TARGET_ATTRIBUTES } from './_attributes.ts'

const TABLES: Readonly<Record<string, readonly [property: string, table: typeof BALANCER_ATTRIBUTES]>> = table({
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['LoadBalancerAttributes', BALANCER_ATTRIBUTES],
  'AWS::ElasticLoadBalancingV2::TargetGroup': ['TargetGroupAttributes', TARGET_ATTRIBUTES],
  'AWS::ElasticLoadBalancingV2::Listener': ['ListenerAttributes', LISTENER_ATTRIBUTES],
})

export default defineRule({
  id: 'elasticloadbalancingv2/unknown-attribute-key',
  title: 'The attribute key of a load balancer, target group or listener does not exist',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancingV2::Listener'],
  why: 'Elastic Load Balancing rejects unknown keys.',
  fix: 'Correct the key; the message names the nearest one that exists.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-loadbalancer-loadbalancerattribute.html',
      fact: 'The keys of load balancers.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-targetgroup-targetgroupattribute.html',
      fact: 'The keys of target groups.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-listenerattribute.html',
      fact: 'The keys of listeners.',
    },
  ],
  notes: ['002:82', '002:83', '002:87', '002:88', '002:158'],
  messages: {
    misspelt: 'There is no attribute "{key}"; did you mean "{near}"?',
    unknown: '{property} knows no attribute "{key}"; remove it or correct the key.',
  },
  check(resource, { report }) {
    const [property, table] = TABLES[resource.type] as (typeof TABLES)[string]
    const keys = table.flatMap(([names]) => names)
    for (const { value, ...fact } of resource.known(`${property}.*.Key`, string)) {
      if (keys.includes(value)) continue
      const near = keys.find((key) => key.startsWith(`${value}_`)) ?? closest(value, keys)
      const place = { node: fact.node, when: fact.when }
      if (near) report(place, 'misspelt', { key: value, near })
      else report(place, 'unknown', { key: value, property })
    }
  },
})
