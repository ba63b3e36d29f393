import { callOf, childOf, defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/ineffective-default-authorizer',
  title: 'Default authorizer without any authorizers',
  severity: 'warning',
  on: ['AWS::Serverless::Api'],
  why: 'SAM leaves the default authorizer out without a word when the API declares none: every route is open to anybody.',
  fix: 'Declare the authorizer under Auth.Authorizers, or use AWS_IAM.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/api_generator.py',
      fact: 'The default authorizer of a REST API is applied only where authorizers are declared or it is AWS_IAM.',
    },
  ],
  messages: { open: 'DefaultAuthorizer "{name}" has no effect because Auth.Authorizers declares none; the routes are open to anybody.' },
  check(api, { report }) {
    const auth = childOf(api.node, 'Auth')
    if (callOf(auth) || childOf(auth, 'Authorizers')) return
    for (const fact of api.known('Auth.DefaultAuthorizer', string)) {
      if (fact.value !== 'AWS_IAM') report(fact, 'open', { name: fact.value })
    }
  },
})
