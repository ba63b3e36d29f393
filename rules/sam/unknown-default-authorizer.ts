import { boolean, callOf, childOf, closest, defineRule, entryOf, respell, string } from '#rule'
import { isManaged } from './_apis.ts'

export default defineRule({
  id: 'sam/unknown-default-authorizer',
  title: 'Default authorizer of an API is not declared',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  fixes: 'unsafe',
  why: 'The transform fails when the default authorizer is none of the authorizers of the API.',
  fix: 'Declare it under Auth.Authorizers, correct the name, or use AWS_IAM.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html',
      fact: 'DefaultAuthorizer names one of the authorizers of the API, or AWS_IAM.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-httpapiauth.html',
      fact: 'For HTTP APIs AWS_IAM needs EnableIamAuthorizer.',
    },
  ],
  messages: {
    unknown: 'There is no authorizer "{name}" in Auth.Authorizers; it has {names}.',
    misspelt: 'There is no authorizer "{name}" in Auth.Authorizers; did you mean "{near}"?',
    none: 'There is no authorizer "{name}" because Auth declares none; declare it under Auth.Authorizers.',
    iam: 'DefaultAuthorizer AWS_IAM needs EnableIamAuthorizer beside it.',
  },
  check(api, { report }) {
    const auth = childOf(api.node, 'Auth')
    const declared = childOf(auth, 'Authorizers')
    if (callOf(auth) || callOf(declared) || entryOf(declared, 'Fn::Transform')) return
    const names = declared?.kind === 'mapping' ? declared.entries.map(({ key }) => key.text) : []
    const isHttp = api.type === 'AWS::Serverless::HttpApi'
    for (const fact of api.known('Auth.DefaultAuthorizer', string)) {
      const name = fact.value
      if (names.includes(name)) continue
      if (name === 'AWS_IAM') {
        if (isHttp && isManaged(api) && api.possible('Auth.EnableIamAuthorizer', boolean).every((one) => one.state === 'absent'))
          report(fact, 'iam')
        continue
      }
      if (names.length === 0) {
        // REST APIs without any authorizer compare nothing: the name is without effect.
        if (isHttp && isManaged(api)) report(fact, 'none', { name })
        continue
      }
      const near = closest(name, names)
      if (near) report(fact, 'misspelt', { name, near }, respell(fact, names))
      else report(fact, 'unknown', { name, names: names.join(', ') })
    }
  },
})
