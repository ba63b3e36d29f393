import { defineRule, eventsOf } from '#rule'

export default defineRule({
  id: 'sam/event-route-missing',
  title: 'An API event needs a path and a method',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM cannot tell which requests call the function; the transform fails.',
  fix: 'Give Path and Method. Only an HttpApi event may leave out both, and then gets every request that no other route takes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html',
      fact: 'Path and Method are required.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html',
      fact: 'Without a path and a method the event is the default route; one of the two alone is not enough.',
    },
  ],
  messages: {
    missing: 'The event {event} has no {name}; an Api event needs Path and Method.',
    half: 'The event {event} has {other} but no {name}; give both, or neither for the default route.',
  },
  check(resource, { report }) {
    for (const { key, type, properties } of eventsOf(resource, 'Api', 'HttpApi')) {
      if (properties.isOpen) continue
      const absent = (name: string) => properties.facts(name).find((fact) => fact.state === 'absent')
      const path = absent('Path')
      const method = absent('Method')
      if (type?.text === 'HttpApi' && path && method) continue
      // The default route has no method of its own to choose.
      const none = type?.text === 'Api' ? 'missing' : 'half'
      if (path) report(path, none, { event: key.text, name: 'Path', other: 'a Method' })
      if (method) report(method, none, { event: key.text, name: 'Method', other: 'a Path' })
    }
  },
})
