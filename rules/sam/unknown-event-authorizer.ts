import { boolean, callOf, childOf, closest, defineRule, entryOf, eventsOf, type Known, type Resource, respell, string } from '#rule'
import { writtenApi } from './_apis.ts'

export default defineRule({
  id: 'sam/unknown-event-authorizer',
  title: 'Event names an authorizer that its API does not have',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  fixes: 'unsafe',
  why: 'The transform fails when an event names an authorizer that the API does not declare.',
  fix: 'Declare the authorizer under Auth.Authorizers of the API, correct the name, or use AWS_IAM.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-apifunctionauth.html',
      fact: 'Authorizer is a name that the API declares, AWS_IAM, or NONE to switch the default authorizer of the API off.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapifunctionauth.html',
      fact: 'For HTTP APIs AWS_IAM needs EnableIamAuthorizer on the API.',
    },
  ],
  messages: {
    none: '{api} declares no authorizers, so "{name}" is none of them; declare it under Auth.Authorizers.',
    unknown: '{api} has no authorizer "{name}"; it has {names}.',
    misspelt: '{api} has no authorizer "{name}"; did you mean "{near}"?',
    nothingToSkip: 'Authorizer NONE switches the default authorizer off, but {api} has none; remove it or set Auth.DefaultAuthorizer.',
    iam: 'Authorizer AWS_IAM needs Auth.EnableIamAuthorizer on {api}.',
  },
  check(resource, { report }) {
    for (const event of eventsOf(resource, 'Api', 'HttpApi')) {
      const api = writtenApi(event)
      if (!api || callOf(childOf(api.node, 'Auth'))) continue
      for (const authorizer of event.properties.known('Auth.Authorizer', string)) judge(authorizer, api)
    }

    function judge(authorizer: Known<string>, api: Resource): void {
      const auth = childOf(api.node, 'Auth')
      const name = authorizer.value
      const isHttp = api.type === 'AWS::Serverless::HttpApi'
      if (name === 'NONE') {
        if (!childOf(auth, 'DefaultAuthorizer')) report(authorizer, 'nothingToSkip', { api: api.id })
        return
      }
      const declared = childOf(auth, 'Authorizers')
      const names = declared?.kind === 'mapping' ? declared.entries.map(({ key }) => key.text) : []
      if (names.includes(name)) return
      if (name === 'AWS_IAM') {
        if (isHttp && api.possible('Auth.EnableIamAuthorizer', boolean).every((fact) => fact.state === 'absent'))
          report(authorizer, 'iam', { api: api.id })
        return
      }
      if (declared && (declared.kind !== 'mapping' || callOf(declared) || entryOf(declared, 'Fn::Transform'))) return
      const near = closest(name, names)
      if (names.length === 0) report(authorizer, 'none', { api: api.id, name })
      else if (near) report(authorizer, 'misspelt', { api: api.id, name, near }, respell(authorizer, names))
      else report(authorizer, 'unknown', { api: api.id, name, names: names.join(', ') })
    }
  },
})
