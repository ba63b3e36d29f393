import { closest, defineRule, respell } from '#rule'

export default defineRule({
  id: 'stepfunctions/unknown-transition-target',
  title: 'Next and Default name states of the same level',
  severity: 'error',
  on: ['statemachine'],
  fixes: 'unsafe',
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Name a state of the same level; a state inside of a Map or Parallel state cannot reach one outside of it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html',
      fact: 'A transition names a state of the same scope; states outside of it cannot be its target.',
    },
  ],
  cfnLint: ['E3601'],
  messages: {
    unknown: 'There is no state "{name}" on this level; name one of its states.',
    misspelt: 'There is no state "{name}" on this level; did you mean "{near}"?',
  },
  check(machine, { report }) {
    for (const scope of machine.scopes) {
      if (!scope.isComplete) continue
      const names = scope.states.map((state) => state.name)
      for (const target of scope.states.flatMap((state) => state.transitions)) {
        if (names.includes(target.value)) continue
        const near = closest(target.value, names)
        if (near) report(target, 'misspelt', { name: target.value, near }, respell(target, names))
        else report(target, 'unknown', { name: target.value })
      }
    }
  },
})
