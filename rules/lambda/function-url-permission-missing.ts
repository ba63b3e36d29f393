import { defineRule } from '#rule'
import { closedUses } from './_urls.ts'

export default defineRule({
  id: 'lambda/function-url-permission-missing',
  title: 'A public function URL needs its permissions',
  severity: 'warning',
  on: ['AWS::Lambda::Url'],
  why: 'Every call of the URL is answered with 403.',
  fix: 'Add an AWS::Lambda::Permission with Action lambda:InvokeFunctionUrl, Principal "*" and FunctionUrlAuthType NONE, and one for lambda:InvokeFunction with InvokedViaFunctionUrl.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      fact: 'AuthType NONE needs a policy of the function that lets everybody in.',
    },
  ],
  notes: ['001:731'],
  messages: {
    missing: 'Nothing lets anybody call {function} by this URL; add an AWS::Lambda::Permission for lambda:InvokeFunctionUrl.',
  },
  check(url, { report }) {
    for (const { use, when } of closedUses(url)) report({ node: use.node, when }, 'missing', { function: use.function.id })
  },
})
