import { apisOf, defineRule, jointly, string } from '#rule'
import { completePolicies } from './_policies.ts'

export default defineRule({
  id: 'apigateway/unsigned-cross-account-method',
  title: 'Account principals in the resource policy need AWS_IAM methods',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'A request without a signature has no account or role, so the policy never allows it: every call is answered with status 403.',
  fix: 'Set AuthorizationType to AWS_IAM.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html',
      fact: 'Where the policy names principals, the method needs AWS_IAM, so that requests are signed.',
    },
  ],
  notes: ['001:688', '001:689', '001:690', '001:691', '001:692', '001:693'],
  messages: { unsigned: 'The policy of {api} allows accounts or roles only, but requests to this method are not signed; use AWS_IAM.' },
  check(method, { report }) {
    if (method.known('HttpMethod', string).some(({ value }) => value === 'OPTIONS')) return
    for (const type of method.known('AuthorizationType', string).filter(({ value }) => value === 'NONE')) {
      for (const api of apisOf(method)) {
        for (const policy of api.resource ? completePolicies(api.resource) : []) {
          const allows = policy.statements.filter((one) => !one.isDeny)
          const isNamed =
            allows.length > 0 &&
            allows.every(
              (one) =>
                one.isAllow &&
                one.everybody().length === 0 &&
                one.principals().length > 0 &&
                one.principals().every((principal) => principal.type === 'AWS'),
            )
          const when = jointly(type.when, api.when, policy.when)
          if (isNamed && when) report({ node: type.node, when }, 'unsigned', { api: api.key })
        }
      }
    }
  },
})
