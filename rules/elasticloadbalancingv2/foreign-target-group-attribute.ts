import { defineRule, listOf, string } from '#rule'

import { balancerOf, TARGET_ATTRIBUTES, typesWith } from './_attributes.ts'

const NOT_LAMBDA =
  /^(deregistration_delay|slow_start|stickiness|load_balancing\.algorithm|preserve_client_ip|proxy_protocol_v2|target_failover)\./

export default defineRule({
  id: 'elasticloadbalancingv2/foreign-target-group-attribute',
  title: 'A target group attribute must fit the group',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'Elastic Load Balancing rejects the attribute.',
  fix: 'Remove the attribute; it belongs to target groups of another protocol or target type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-targetgroup-targetgroupattribute.html',
      fact: 'Each attribute is listed with the load balancers and the kinds of targets that support it.',
    },
  ],
  notes: ['000:398', '001:397', '001:398', '001:399', '001:400', '002:82', '002:83', '002:87', '002:88', '002:158'],
  messages: {
    lambda: '{key} is no attribute of a group with a Lambda function; remove it.',
    onlyLambda: '{key} is an attribute of groups with a Lambda function only; remove it.',
    foreign: '{key} is an attribute of groups for {types} load balancers; a group with the protocol {protocol} does not have it.',
  },
  check(group, { report }) {
    for (const target of group.possible('TargetType', string)) {
      if (target.state === 'unknown') continue
      const here = group.under(target.when)
      const isLambda = target.state === 'known' && target.value === 'lambda'
      for (const key of here.known('TargetGroupAttributes.*.Key', string)) {
        if (isLambda && NOT_LAMBDA.test(key.value)) report(key, 'lambda', { key: key.value })
        if (!isLambda && key.value.startsWith('lambda.')) report(key, 'onlyLambda', { key: key.value })
        if (isLambda || key.value.startsWith('lambda.')) continue
        const types = typesWith(TARGET_ATTRIBUTES, key.value)
        for (const protocol of group.under(key.when).known('Protocol', string)) {
          const type = balancerOf(protocol.value)
          if (type && types.length > 0 && !types.includes(type))
            report({ node: key.node, when: protocol.when }, 'foreign', { key: key.value, types: listOf(types), protocol: protocol.value })
        }
      }
    }
  },
})
