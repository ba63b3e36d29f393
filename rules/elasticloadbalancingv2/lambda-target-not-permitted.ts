import { defineRule, functionsAt, invocationOf, nodesAt, string } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/lambda-target-not-permitted',
  title: 'The load balancer must be allowed to invoke the function',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'The registration of the target fails: the load balancer may not invoke the function.',
  fix: 'Add an AWS::Lambda::Permission with the principal elasticloadbalancing.amazonaws.com, and let the target group depend on it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
      fact: 'The service needs a permission to invoke the function before the function is registered.',
    },
  ],
  notes: ['001:371', '002:76', '002:1583', '002:1588'],
  messages: {
    missing: 'Nothing lets the load balancer invoke {name}; add an AWS::Lambda::Permission for elasticloadbalancing.amazonaws.com.',
  },
  check(group, { report }) {
    for (const type of group.known('TargetType', string).filter(({ value }) => value === 'lambda')) {
      for (const { node, when } of nodesAt(group.under(type.when), 'Targets.*.Id')) {
        for (const use of functionsAt(group.template, node, when)) {
          const { answer, when: refused } = invocationOf(use, 'elasticloadbalancing.amazonaws.com', group)
          if (answer === 'no') report({ node: use.node, when: refused }, 'missing', { name: use.function.id })
        }
      }
    }
  },
})
