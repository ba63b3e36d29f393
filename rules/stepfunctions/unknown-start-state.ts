import { closest, defineRule, respell, string } from '#rule'

export default defineRule({
  id: 'stepfunctions/unknown-start-state',
  title: 'StartAt names a state of the same level',
  severity: 'error',
  on: ['statemachine'],
  fixes: 'unsafe',
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Let StartAt name, letter by letter, a state of the States beside it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
      fact: 'StartAt must match the name of one of the states exactly, case included.',
    },
  ],
  cfnLint: ['E3601'],
  messages: {
    unknown: 'StartAt names "{name}", which is no state beside it; name one of {names}.',
    misspelt: 'StartAt names "{name}", which is no state beside it; did you mean "{near}"?',
  },
  check(machine, { report }) {
    for (const scope of machine.scopes) {
      if (!scope.isComplete || scope.states.length === 0) continue
      const names = scope.states.map((state) => state.name)
      for (const start of scope.known('StartAt', string)) {
        if (names.includes(start.value)) continue
        const near = closest(start.value, names)
        if (near) report(start, 'misspelt', { name: start.value, near }, respell(start, names))
        else report(start, 'unknown', { name: start.value, names: names.join(', ') })
      }
    }
  },
})
