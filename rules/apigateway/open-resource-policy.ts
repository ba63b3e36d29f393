import { defineRule, string } from '#rule'
import { asksFor, completePolicies, isNever, methodsOf } from './_policies.ts'

const SOURCES = ['aws:sourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip']

export default defineRule({
  id: 'apigateway/open-resource-policy',
  title: 'A resource policy should not allow everybody',
  severity: 'warning',
  on: ['AWS::ApiGateway::RestApi'],
  why: 'A policy that allows everybody everything restricts nothing.',
  fix: 'Name principals, add a condition, or deny what lies outside of your network.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
      fact: 'Policies that allow everybody are narrowed by a statement that denies other addresses or networks.',
    },
  ],
  notes: ['002:1666', '002:1667', '002:1668', '002:1669', '002:1670', '002:1671'],
  messages: { open: 'The policy allows every caller without a condition, so it restricts nothing; narrow it.' },
  check(api, { report }) {
    if (!isNever(api, 'PRIVATE')) return
    const methods = methodsOf(api)
    const isGuarded = (type: string | undefined): boolean => type === 'AWS_IAM' || type === 'CUSTOM' || type === 'COGNITO_USER_POOLS'
    if (methods.length && methods.every((method) => method.known('AuthorizationType', string).every(({ value }) => isGuarded(value))))
      return
    for (const policy of completePolicies(api)) {
      if (policy.statements.some((one) => !one.isAllow && (!one.isDeny || asksFor(one, ...SOURCES)))) continue
      for (const statement of policy.statements)
        for (const principal of statement.isAllow && statement.isUnconditional ? statement.everybody() : []) report(principal.place, 'open')
    }
  },
})
