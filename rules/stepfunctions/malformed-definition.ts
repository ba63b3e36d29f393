import { defineRule, machinesOf, string } from '#rule'

const LANGUAGES = ['JSONPath', 'JSONata']

export default defineRule({
  id: 'stepfunctions/malformed-definition',
  title: 'A definition is JSON with StartAt and States',
  severity: 'error',
  on: ['template'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Write DefinitionString as a JSON object, and give every level a StartAt and at least one state in States.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
      fact: 'StartAt and a non-empty States are required; QueryLanguage is JSONPath (the default) or JSONata.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html',
      fact: 'INVALID_JSON_DESCRIPTION is an error: a definition has to be JSON.',
    },
  ],
  notes: ['001:1174', '001:1175', '001:1176'],
  cfnLint: ['E3601'],
  messages: {
    syntax: 'DefinitionString is no JSON: {detail}. Correct it here.',
    noJson: 'DefinitionString is no JSON object; write the definition as JSON, or as YAML under Definition.',
    missing: '{field} is missing; every level of a state machine needs StartAt and States.',
    empty: 'States is empty; add at least one state.',
    language: 'QueryLanguage is "{value}"; it must be JSONPath or JSONata.',
  },
  check(template, { report }) {
    const { machines, malformed } = machinesOf(template)
    for (const { host, when, format, problem } of malformed) {
      if (format === 'json' && problem) report({ node: host, span: problem.span, when }, 'syntax', { detail: problem.detail })
      else report({ node: host, when }, 'noJson')
    }
    for (const machine of machines) {
      for (const scope of machine.scopes) {
        for (const field of ['StartAt', 'States']) for (const absent of scope.absent(field)) report(absent, 'missing', { field })
        for (const states of scope.facts('States')) {
          if (states.state === 'known' && states.value.kind === 'mapping' && states.value.entries.length === 0) report(states, 'empty')
        }
      }
      for (const of of [machine, ...machine.states]) {
        for (const language of of.known('QueryLanguage', string)) {
          if (!LANGUAGES.includes(language.value)) report(language, 'language', { value: language.value })
        }
      }
    }
  },
})
