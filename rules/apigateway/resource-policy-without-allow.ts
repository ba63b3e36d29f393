import { defineRule, string } from '#rule'
import { completePolicies, methodsOf } from './_policies.ts'

export default defineRule({
  id: 'apigateway/resource-policy-without-allow',
  title: 'A resource policy needs an Allow statement',
  severity: 'warning',
  on: ['AWS::ApiGateway::RestApi'],
  why: 'With a policy whatever is not allowed is denied to callers who do not sign: every such call is answered with status 403.',
  fix: 'Add a statement that allows execute-api:Invoke beside those that deny.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
      fact: 'Without authentication a call is denied unless the resource policy allows it.',
    },
  ],
  notes: ['001:643', '001:662', '001:663', '001:692', '001:693'],
  messages: { denied: 'The policy only denies, so callers who do not sign are always refused; add a statement that allows.' },
  check(api, { report }) {
    const open = methodsOf(api).some((method) =>
      method.known('AuthorizationType', string).some(({ value }) => value === 'NONE' || value === 'CUSTOM'),
    )
    if (!open) return
    for (const policy of completePolicies(api))
      if (policy.statements.every((statement) => statement.isDeny)) report({ node: policy.node, when: policy.when }, 'denied')
  },
})
