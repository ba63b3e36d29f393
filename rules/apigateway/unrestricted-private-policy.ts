import { defineRule } from '#rule'
import { asksFor, completePolicies, isAlways } from './_policies.ts'

export default defineRule({
  id: 'apigateway/unrestricted-private-policy',
  title: 'A private API policy should name its VPC or VPC endpoint',
  severity: 'warning',
  on: ['AWS::ApiGateway::RestApi'],
  why: 'Whoever has a VPC endpoint for API Gateway, in any account, reaches the API.',
  fix: 'Add a condition on aws:SourceVpce or aws:SourceVpc.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
      fact: 'A policy restricts a private API to VPCs and VPC endpoints.',
    },
  ],
  notes: ['001:642', '001:643', '001:646', '001:662', '004:328'],
  messages: { open: 'The private API is open to every VPC endpoint of every account; add a condition on aws:SourceVpce or aws:SourceVpc.' },
  check(api, { report }) {
    if (!isAlways(api, 'PRIVATE')) return
    for (const policy of completePolicies(api)) {
      if (policy.statements.some((one) => asksFor(one, 'aws:sourcevpce', 'aws:sourcevpc', 'aws:principalorgid', 'aws:vpcsourceip')))
        continue
      for (const statement of policy.statements)
        for (const principal of statement.isAllow ? statement.everybody() : []) report(principal.place, 'open')
    }
  },
})
