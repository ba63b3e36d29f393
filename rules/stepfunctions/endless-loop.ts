import { defineRule, type Scope, type State } from '#rule'

export default defineRule({
  id: 'stepfunctions/endless-loop',
  title: 'States go round in a circle that leads to no end',
  severity: 'warning',
  on: ['statemachine'],
  why: 'An execution that enters the circle never finishes: it stops with an error at the limit of its history or of its duration.',
  fix: 'Let a Choice in the circle lead to a state with End: true, or to a Succeed or Fail state.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
      fact: 'An execution has 25,000 events of history at most, and runs for a year at most.',
    },
  ],
  notes: ['001:1157', '001:1176', '001:1179'],
  messages: { endless: 'From "{state}" no way leads to the end; let one of the states {circle} go on to a state that ends the execution.' },
  check(machine, { report }) {
    for (const scope of machine.scopes) {
      const ending = endingIn(scope)
      // Without any end there is another rule to say so.
      if (!ending || ending.size === 0) continue
      const trapped = scope.states.filter((state) => !ending.has(state.name))
      const [first] = trapped
      if (first)
        report({ node: first.node, span: first.key.span, when: first.when }, 'endless', {
          state: first.name,
          circle: trapped.map(({ name }) => name).join(', '),
        })
    }
  },
})

/** The names of the states from which an end can be reached; undefined where a transition is not known. */
function endingIn(scope: Scope): ReadonlySet<string> | undefined {
  const { states } = scope
  if (!scope.isComplete || !states.every(isKnown)) return undefined
  const names = new Set(states.map(({ name }) => name))
  const ways = states.map((state) => ({ name: state.name, to: state.transitions.map(({ value }) => value) }))
  if (ways.some(({ to }) => to.some((name) => !names.has(name)))) return undefined
  const ending = new Set(
    states.filter((state) => ['Succeed', 'Fail'].includes(state.type) || state.present('End').length > 0).map(({ name }) => name),
  )
  for (let before = -1; before < ending.size; ) {
    before = ending.size
    for (const { name, to } of ways) if (to.some((next) => ending.has(next))) ending.add(name)
  }
  return ending
}

const isKnown = (state: State): boolean =>
  state.type !== '' &&
  !state.isOpen &&
  ['Next', 'Default', 'Choices.*.Next', 'Catch.*.Next', 'End'].every((path) =>
    state.facts(path).every((fact) => fact.state !== 'unknown'),
  ) &&
  (state.type === 'Choice' || ['Succeed', 'Fail'].includes(state.type) || state.transitions.length > 0 || state.present('End').length > 0)
