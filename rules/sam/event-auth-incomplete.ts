import { atKey, boolean, callOf, childOf, defineRule, eventsOf, present } from '#rule'
import { writtenApi } from './_apis.ts'

export default defineRule({
  id: 'sam/event-auth-incomplete',
  title: 'Auth of an event has no effect without another setting',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'The transform refuses settings of Auth that rest on an authorizer or an API key that is nowhere set.',
  fix: 'Add the setting that is named, on the event or on its API, or remove this one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-apifunctionauth.html',
      fact: 'Scopes belong to an authorizer; ApiKeyRequired false and OverrideApiAuth change what the API has set.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/eventsources/push.py',
      fact: 'Checks what each setting of Auth rests on.',
    },
  ],
  messages: {
    scopes: 'AuthorizationScopes needs Authorizer beside it; scopes are checked by an authorizer.',
    key: 'ApiKeyRequired false has nothing to undo: {api} does not set Auth.ApiKeyRequired.',
    override: 'OverrideApiAuth needs Authorizer, ApiKeyRequired or ResourcePolicy beside it, which says what to use instead.',
    http: 'Auth needs Authorizer, because {api} has no DefaultAuthorizer.',
  },
  check(resource, { report }) {
    for (const event of eventsOf(resource, 'Api', 'HttpApi')) {
      const auth = childOf(event.properties.node, 'Auth')
      const api = writtenApi(event)
      if (!api || auth?.kind !== 'mapping' || auth.entries.length === 0 || callOf(auth)) continue
      const has = (name: string): boolean => childOf(auth, name) !== undefined
      const apiAuth = childOf(api.node, 'Auth')
      if (callOf(apiAuth)) continue
      if (event.type?.text === 'HttpApi') {
        if (!has('Authorizer') && !childOf(apiAuth, 'DefaultAuthorizer')) report(auth, 'http', { api: api.id })
        continue
      }
      if (!has('Authorizer')) for (const scopes of present(event.properties, 'Auth.AuthorizationScopes')) report(atKey(scopes), 'scopes')
      if (!childOf(apiAuth, 'ApiKeyRequired')) {
        for (const key of event.properties.known('Auth.ApiKeyRequired', boolean)) if (!key.value) report(key, 'key', { api: api.id })
      }
      if (has('Authorizer') || has('ApiKeyRequired') || has('ResourcePolicy')) continue
      for (const override of event.properties.known('Auth.OverrideApiAuth', boolean)) if (override.value) report(override, 'override')
    }
  },
})
