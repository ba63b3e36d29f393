import { closest, defineRule, type Properties, string } from '#rule'
import { documentsOf } from './_documents.ts'

const CONTAINERS = ['mainSteps', 'runtimeConfig']

export default defineRule({
  id: 'ssm/undefined-document-parameter',
  title: 'A parameter that an SSM document uses should be defined in it',
  severity: 'warning',
  on: ['AWS::SSM::Document'],
  why: 'Systems Manager refuses the document, or runs the step with the placeholder as it stands.',
  fix: 'Define the parameter under parameters, or correct its name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html',
      fact: 'Parameters that steps use as {{ name }} are declared in the section parameters with a type.',
    },
  ],
  messages: {
    misspelt: 'This document has no parameter "{name}"; did you mean "{near}"?',
    undefined: 'This document has no parameter "{name}"; define it under parameters.',
  },
  check(resource, { report }) {
    for (const { type, content } of documentsOf(resource)) {
      if (type !== 'Command' && type !== 'Automation') continue
      const names = parametersOf(content)
      if (!names) continue
      const seen = new Set<string>()
      for (const { fact } of CONTAINERS.flatMap((field) => content.items(field)).flatMap((step) => [...step.inner()])) {
        const text = fact.state === 'known' ? string.read(fact.value) : undefined
        if (text === undefined || fact.state !== 'known') continue
        for (const [, name] of text.matchAll(/\{\{\s*([A-Za-z]\w*)\s*\}\}/g)) {
          if (!name || names.includes(name) || seen.has(`${fact.path} ${name}`)) continue
          seen.add(`${fact.path} ${name}`)
          const near = closest(name, names)
          if (near) report(fact, 'misspelt', { name, near })
          // Without any parameter, and in a script, it may be a template of another tool.
          else if (names.length > 0 && !text.includes('\n')) report(fact, 'undefined', { name })
        }
      }
    }
  },
})

/** The names of the parameters; undefined when there may be more than are written. */
function parametersOf(content: Properties): string[] | undefined {
  const names: string[] = []
  if (content.isOpen) return undefined
  for (const fact of content.facts('parameters')) {
    if (fact.state === 'unknown') return undefined
    if (fact.state === 'known' && fact.value.kind === 'mapping') names.push(...fact.value.entries.map(({ key }) => key.text))
  }
  return names.some((name) => name.startsWith('Fn::')) ? undefined : names
}
