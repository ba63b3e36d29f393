import { boolean, defineRule, type Scope, type State, string } from '#rule'

const ENDING = ['Succeed', 'Fail']

export default defineRule({
  id: 'stepfunctions/unreachable-state',
  title: 'Every state can be reached from StartAt',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses a definition with a state that nothing leads to.',
  fix: 'Let a Next, Default, choice or catcher of the same level name the state, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html',
      fact: 'Execution starts at StartAt and reaches other states by transitions only.',
    },
  ],
  notes: ['000:537', '000:540', '000:542', '001:1157', '001:1176', '001:1179', '002:1730', '002:1731', '002:1733'],
  cfnLint: ['E3601'],
  messages: { unreachable: 'No state leads to "{state}"; name it in a transition of a state that can be reached, or remove it.' },
  check(machine, { report }) {
    for (const scope of machine.scopes) {
      const reached = reachedIn(scope)
      if (!reached) continue
      for (const state of scope.states) {
        if (!reached.has(state.name))
          report({ node: state.node, span: state.key.span, when: state.when }, 'unreachable', { state: state.name })
      }
    }
  },
})

/** The names of the states that StartAt leads to; undefined where a transition is unknown or leads nowhere. */
function reachedIn(scope: Scope): ReadonlySet<string> | undefined {
  const states = new Map(scope.states.map((state) => [state.name, state]))
  const starts = scope.known('StartAt', string)
  if (!scope.isComplete || starts.length === 0 || starts.length < scope.facts('StartAt').length) return undefined
  const reached = new Set(starts.map(({ value }) => value))
  for (const name of reached) {
    const state = states.get(name)
    if (!state || !isKnown(state)) return undefined
    for (const { value } of state.transitions) reached.add(value)
  }
  return reached
}

const isKnown = (state: State): boolean =>
  state.type !== '' &&
  !state.isOpen &&
  // A state that does not say how it goes on is told by itself.
  (state.transitions.length > 0 || ENDING.includes(state.type) || state.known('End', boolean).some(({ value }) => value)) &&
  ['Next', 'Default', 'Choices.*.Next', 'Catch.*.Next'].every((path) => state.facts(path).every((fact) => fact.state !== 'unknown'))
