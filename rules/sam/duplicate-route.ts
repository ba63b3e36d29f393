import { both, canHold, defineRule, eventsOf, type Known, string } from '#rule'
import { writtenApi } from './_apis.ts'

export default defineRule({
  id: 'sam/duplicate-route',
  title: 'Two events have the same path and method of one API',
  severity: 'error',
  on: ['template'],
  why: 'SAM writes one integration for each path and method and fails when a second event asks for the same.',
  fix: 'Change the path or the method of one of the events, or remove it.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/eventsources/push.py',
      fact: 'An event whose path and method already have an integration in the API that SAM writes is refused; methods are compared in lower case.',
    },
  ],
  messages: { twice: '{method} {path} of {api} is an event of {other} already; change the path or the method.' },
  check(template, { report }) {
    const routes = new Map<string, { path: Known<string>; owner: string }[]>()
    for (const resource of template.resourcesOf('AWS::Serverless::Function', 'AWS::Serverless::StateMachine')) {
      for (const event of eventsOf(resource, 'Api', 'HttpApi')) {
        const api = writtenApi(event)
        if (!api) continue
        for (const path of event.properties.known('Path', string)) {
          for (const method of event.properties.known('Method', string)) {
            const name = method.value.toLowerCase()
            const key = `${api.id} ${name} ${path.value}`
            const others = routes.get(key) ?? []
            for (const other of others) {
              const when = both(both(path.when, method.when), other.path.when)
              if (!canHold(when)) continue
              const place = { node: path.node, when, related: [{ node: other.path.node, message: other.owner }] }
              report(place, 'twice', { method: name.toUpperCase(), path: path.value, api: api.id, other: other.owner })
              break
            }
            routes.set(key, [...others, { path, owner: resource.id }])
          }
        }
      }
    }
  },
})
