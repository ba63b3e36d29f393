import { childOf, defineRule, listOf } from '#rule'
import { templatesUsed } from './_policies.ts'

export default defineRule({
  id: 'sam/policy-parameter-missing',
  title: 'Policy template lacks a required parameter',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'The transform fails when a template does not get every one of its parameters.',
  fix: 'Give the template a map with all of its parameters; one without parameters takes an empty map.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
      fact: 'Every parameter of a template must be given; a template without any takes an empty map.',
    },
  ],
  notes: ['001:36', '001:37', '001:38', '001:39', '002:1403'],
  messages: {
    missing: '{template} needs {parameters}; give {template} a value for every parameter.',
    empty: '{template} has no parameters, which is written as an empty map behind its name.',
  },
  check(resource, { report }) {
    for (const { key, value, name, parameters, when, opaque } of templatesUsed(resource)) {
      if (opaque) continue
      const missing = parameters.filter((parameter) => {
        const given = childOf(value, parameter)
        return !given || (given.kind === 'scalar' && given.value === null)
      })
      const place = { node: value, span: key.span, when }
      if (missing.length) report(place, 'missing', { template: name, parameters: listOf(missing, 'and') })
      else if (value.kind !== 'mapping') report(place, 'empty', { template: name })
    }
  },
})
