import { both, canHold, defineRule, type State } from '#rule'

export default defineRule({
  id: 'stepfunctions/duplicate-state-name',
  title: 'A state name occurs once in the whole state machine',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Give each state a name of its own, also across branches and the processors of Map states.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html',
      fact: 'DUPLICATE_STATE_NAME is an error: no name may appear twice.',
    },
    { url: 'https://states-language.net/spec.html', fact: 'State names are unique within the whole state machine.' },
  ],
  notes: ['001:1173', '001:1176', '001:1177'],
  cfnLint: ['E3601'],
  messages: { duplicate: 'Another level has a state "{state}" as well; give this one a name of its own.' },
  check(machine, { report }) {
    const seen = new Map<string, State>()
    for (const state of machine.states) {
      const first = seen.get(state.name)
      if (!first) {
        seen.set(state.name, state)
        continue
      }
      const when = both(first.when, state.when)
      // Two keys of one mapping are reported as such, and an anchor used twice is one place.
      if (first.scope.node === state.scope.node || first.node === state.node || !canHold(when)) continue
      const related = [{ node: first.key, message: `the other "${state.name}"` }]
      report({ node: state.node, span: state.key.span, when, related }, 'duplicate', { state: state.name })
    }
  },
})
