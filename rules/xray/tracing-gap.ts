import { apiOf, boolean, defineRule, eventsOf } from '#rule'

export default defineRule({
  id: 'xray/tracing-gap',
  title: 'Tracing should be on along the whole call',
  severity: 'info',
  on: ['AWS::Serverless::Function'],
  why: 'The trace ends at the API: what the function does, and what it calls, is missing.',
  fix: 'Set Tracing to Active on the function as well.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
      fact: 'A function traces by itself only with active tracing.',
    },
  ],
  notes: ['002:181', '002:265', '002:1680', '002:1763', '002:1784', '002:2209', '002:2211', '002:2212'],
  messages: {
    gap: 'The API traces its calls, but this function does not go on with it; set Tracing to Active.',
  },
  check(fn, { report }) {
    const isOff = fn.facts('Tracing').every((fact) => fact.state === 'absent')
    if (!isOff) return
    for (const event of eventsOf(fn, 'Api')) {
      for (const on of apiOf(event)?.known('TracingEnabled', boolean) ?? []) {
        if (on.value) report({ node: event.key, when: on.when, related: [{ node: on.node, message: 'tracing of the API' }] }, 'gap')
      }
    }
  },
})
