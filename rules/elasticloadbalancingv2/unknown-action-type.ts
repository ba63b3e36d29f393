import { defineRule, oneOf } from '#rule'

const ACTIONS = ['forward', 'redirect', 'fixed-response', 'authenticate-cognito', 'authenticate-oidc', 'jwt-validation']

export default defineRule({
  id: 'elasticloadbalancingv2/unknown-action-type',
  title: 'A listener action has an unknown type',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener'],
  why: 'The load balancer service rejects the listener.',
  fix: 'Use one of the types of actions that there are.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-action.html',
      fact: 'Actions forward, redirect, answer, authenticate or validate a token.',
    },
  ],
  notes: ['001:365', '001:367'],
  check: oneOf('DefaultActions.*.Type', ACTIONS),
})
