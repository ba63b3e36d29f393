import { defineRule, eventsOf, string } from '#rule'

export default defineRule({
  id: 'sam/event-path-without-slash',
  title: 'An Api event path must start with a slash',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM passes the path on as it is; API Gateway then refuses the definition and the stack fails.',
  fix: 'Begin the path with "/".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html#sam-function-api-path',
      fact: 'The path must start with a slash.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html#sam-function-httpapi-path',
      fact: 'The same for HTTP APIs, where $default stands for every path.',
    },
  ],
  notes: ['002:275', '002:308'],
  messages: { slash: 'The path "{path}" must start with "/": "/{path}".' },
  check(resource, { report }) {
    for (const { properties, type } of eventsOf(resource, 'Api', 'HttpApi')) {
      for (const path of properties.known('Path', string)) {
        if (path.node.kind === 'scalar' && typeof path.node.value !== 'string') continue // told by sam/mistyped-literal
        if (path.value.startsWith('/') || (type?.text === 'HttpApi' && path.value === '$default')) continue
        report(path, 'slash', { path: path.value })
      }
    }
  },
})
