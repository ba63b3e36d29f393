import { defineRule, textsOf } from '#rule'

export default defineRule({
  id: 'events/insecure-api-destination',
  title: 'API destinations are HTTPS endpoints',
  severity: 'error',
  on: ['AWS::Events::ApiDestination'],
  why: 'EventBridge refuses the destination.',
  fix: 'Use an https:// address.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destination-create.html',
      fact: 'The URL of the endpoint must use HTTPS.',
    },
  ],
  notes: ['002:1909'],
  messages: {
    scheme: 'InvocationEndpoint begins with {scheme}://; EventBridge calls https:// addresses only.',
  },
  check(destination, { report }) {
    for (const { text, host, when } of textsOf(destination.template, destination, 'InvocationEndpoint')) {
      const scheme = /^([a-z][a-z+.-]*):\/\//i.exec(text.text)?.[1]
      if (scheme && scheme.toLowerCase() !== 'https') report({ node: host, span: text.span(0, scheme.length), when }, 'scheme', { scheme })
    }
  },
})
