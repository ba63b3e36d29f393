import { API_TYPES, defineRule } from '#rule'
import { declaredOf } from './_path-parameters.ts'

export default defineRule({
  id: 'apigateway/undeclared-path-parameter',
  title: 'Path parameters should be declared among the parameters of the operation',
  severity: 'info',
  on: API_TYPES,
  why: 'OpenAPI wants them declared: generated clients lack them, and a REST API cannot map what the method does not declare.',
  fix: 'Add the parameter with in: path and required: true.',
  sources: [
    {
      url: 'https://spec.openapis.org/oas/v3.0.3.html#path-templating',
      fact: 'Each part in braces corresponds to a path parameter of the path or the operation.',
    },
  ],
  messages: { undeclared: '{method} {path} does not declare the path parameter "{name}"; add it to parameters with in: path.' },
  check(api, { report }) {
    for (const { operation, own, inherited } of declaredOf(api)) {
      const { owner } = operation
      for (const name of owner.parameters) {
        if ([...own, ...inherited].some((one) => one.name.replace(/\+$/, '') === name)) continue
        report({ node: operation.key, when: operation.when }, 'undeclared', { method: operation.method, path: owner.text, name })
      }
    }
  },
})
