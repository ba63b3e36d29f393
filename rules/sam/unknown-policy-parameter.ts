import { closest, defineRule, listOf } from '#rule'
import { templatesUsed } from './_policies.ts'

export default defineRule({
  id: 'sam/unknown-policy-parameter',
  title: 'Policy template parameter does not exist',
  severity: 'warning',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM leaves out what the template does not know, so that the permission is not the one that was meant.',
  fix: 'Correct the name of the parameter or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html',
      fact: 'Shows the parameters of each policy template.',
    },
  ],
  notes: ['001:36', '001:37', '001:38', '001:39', '002:1403'],
  messages: {
    misspelt: '{template} has no parameter "{name}"; did you mean "{near}"?',
    unknown: '{template} has no parameter "{name}"; it has {parameters}.',
    none: '{template} has no parameters; remove "{name}".',
  },
  check(resource, { report }) {
    for (const { value, name: template, parameters, when, opaque } of templatesUsed(resource)) {
      if (opaque || value.kind !== 'mapping') continue
      for (const entry of value.entries) {
        const name = entry.key.text
        if (parameters.includes(name) || name.startsWith('Fn::')) continue
        const place = { node: entry.value, span: entry.key.span, when }
        const near = closest(name, parameters)
        if (near) report(place, 'misspelt', { template, name, near })
        else if (parameters.length) report(place, 'unknown', { template, name, parameters: listOf(parameters, 'and') })
        else report(place, 'none', { template, name })
      }
    }
  },
})
