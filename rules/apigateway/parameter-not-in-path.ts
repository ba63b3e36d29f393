import { API_TYPES, closest, defineRule, respell } from '#rule'
import { declaredOf } from './_path-parameters.ts'

export default defineRule({
  id: 'apigateway/parameter-not-in-path',
  title: 'A declared path parameter must be part of the path',
  severity: 'warning',
  on: API_TYPES,
  why: 'The path never gives the parameter a value; mostly one of the two names is misspelt.',
  fix: 'Correct the name, or remove the parameter.',
  sources: [
    {
      url: 'https://spec.openapis.org/oas/v3.0.3.html#parameter-object',
      fact: 'The name of a path parameter is that of a part in braces of the path.',
    },
  ],
  fixes: 'unsafe',
  messages: {
    missing: 'The path parameter "{name}" is not in "{path}"; remove it, or add it to the path.',
    misspelt: 'The path parameter "{name}" is not in "{path}"; did you mean "{near}"?',
  },
  check(api, { report }) {
    for (const { operation, own, inherited } of declaredOf(api)) {
      const { owner } = operation
      for (const { name, parameter } of [...own, ...inherited]) {
        if (owner.parameters.includes(name.replace(/\+$/, ''))) continue
        const near = closest(name, owner.parameters)
        const node = parameter.entries.find(({ key }) => key.text === 'name')?.value ?? parameter.node
        if (near)
          report(
            { node, when: parameter.when },
            'misspelt',
            { name, path: owner.text, near },
            respell({ node, when: parameter.when }, owner.parameters),
          )
        else report({ node, when: parameter.when }, 'missing', { name, path: owner.text })
      }
    }
  },
})
