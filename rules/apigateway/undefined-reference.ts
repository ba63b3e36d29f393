import { API_TYPES, bodiesOf, childOf, closest, defineRule, walk } from '#rule'

export default defineRule({
  id: 'apigateway/undefined-reference',
  title: 'References within a definition must lead somewhere',
  severity: 'warning',
  on: API_TYPES,
  why: 'API Gateway warns of the missing model and goes on without it, or rejects the import where warnings fail it.',
  fix: 'Define what the reference names, or correct it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-errors-warnings.html',
      fact: 'A model that a reference names and that is missing gives a warning, which fails the import only where that is asked for.',
    },
  ],
  messages: {
    missing: '"{reference}" leads nowhere in this definition; define it, or correct the reference.',
    misspelt: '"{reference}" leads nowhere in this definition; did you mean "{near}"?',
  },
  check(api, { report }) {
    // SAM adds models and security schemes of its own.
    if (api.type.startsWith('AWS::Serverless::') && ['Models', 'Auth', 'MergeDefinitions'].some((name) => api.present(name).length > 0))
      return
    for (const body of bodiesOf(api)) {
      for (const node of walk(body.node)) {
        const reference = childOf(node, '$ref')
        if (reference?.kind !== 'scalar' || !body.isDangling(reference.text)) continue
        const parent = reference.text.slice(0, reference.text.lastIndexOf('/'))
        const siblings = body.pointed(parent)
        const near = closest(
          reference.text.slice(parent.length + 1),
          siblings?.kind === 'mapping' ? siblings.entries.map(({ key }) => key.text) : [],
        )
        const place = { node: reference, when: body.when }
        if (near) report(place, 'misspelt', { reference: reference.text, near: `${parent}/${near}` })
        else report(place, 'missing', { reference: reference.text })
      }
    }
  },
})
