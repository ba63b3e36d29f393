import { defineRule, listOf } from '#rule'
import { connectionsOf, PROFILES } from './_connectors.ts'

export default defineRule({
  id: 'sam/unsupported-connector',
  title: 'SAM has no connector for this pair of resources',
  severity: 'error',
  on: ['template'],
  why: 'SAM knows what to permit for certain pairs of types only; the transform fails at others.',
  fix: 'Turn the connector round if source and destination are confused; otherwise write the policy yourself.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html',
      fact: 'Lists the pairs of source and destination that connectors support.',
    },
  ],
  messages: {
    source: 'No connector leads from {source}; write the policy for {destination} instead.',
    pair: 'No connector leads from {source} to {destination}; from there they lead to {others}.',
    turned: 'No connector leads from {source} to {destination}, only the other way; change Source and Destination.',
  },
  check(template, { report }) {
    for (const { source, destinations } of connectionsOf(template)) {
      for (const end of destinations) {
        if (!source?.type || !end.type) continue
        const profiles = PROFILES[source.type] ?? {}
        if (profiles[end.type]) continue
        const names = { source: source.type, destination: end.type }
        if (PROFILES[end.type]?.[source.type]) report(end.node, 'turned', names)
        else if (Object.keys(profiles).length === 0) report(end.node, 'source', names)
        else report(end.node, 'pair', { ...names, others: listOf(Object.keys(profiles).map((type) => type.slice('AWS::'.length))) })
      }
    }
  },
})
