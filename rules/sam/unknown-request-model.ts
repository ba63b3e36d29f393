import { callOf, childOf, closest, defineRule, entryOf, eventsOf, respell, string } from '#rule'
import { writtenApi } from './_apis.ts'

export default defineRule({
  id: 'sam/unknown-request-model',
  title: 'Event names a model that its API does not have',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  fixes: 'unsafe',
  why: 'The transform fails when the model of a request is none of the models of the API.',
  fix: 'Add the model under Models of the API, or correct the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-requestmodel.html',
      fact: 'Model is the name of a model that the Models property of the API defines.',
    },
  ],
  messages: {
    none: '{api} has no Models, so "{name}" is none of them; define it there.',
    unknown: '{api} has no model "{name}"; it has {names}.',
    misspelt: '{api} has no model "{name}"; did you mean "{near}"?',
  },
  check(resource, { report }) {
    for (const event of eventsOf(resource, 'Api')) {
      const api = writtenApi(event)
      const models = childOf(api?.node, 'Models')
      if (!api || callOf(models) || entryOf(models, 'Fn::Transform')) continue
      const names = models?.kind === 'mapping' ? models.entries.map(({ key }) => key.text) : []
      for (const model of event.properties.known('RequestModel.Model', string)) {
        const name = model.value
        if (names.includes(name)) continue
        const near = closest(name, names)
        if (names.length === 0) report(model, 'none', { api: api.id, name })
        else if (near) report(model, 'misspelt', { api: api.id, name, near }, respell(model, names))
        else report(model, 'unknown', { api: api.id, name, names: names.join(', ') })
      }
    }
  },
})
