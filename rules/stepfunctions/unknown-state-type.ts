import { closest, defineRule, respell, STATE_TYPES, string } from '#rule'

export default defineRule({
  id: 'stepfunctions/unknown-state-type',
  title: 'Every state has a Type that Step Functions knows',
  severity: 'error',
  on: ['statemachine'],
  fixes: 'safe',
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Give the state the Type Task, Pass, Choice, Wait, Succeed, Fail, Parallel or Map, in this spelling.',
  sources: [
    {
      url: 'https://states-language.net/spec.html',
      fact: 'Each state must have a Type, which is one of the eight that the language has.',
    },
  ],
  notes: ['000:537', '000:540', '000:542', '001:1173', '001:1176', '001:1177', '002:1730', '002:1731', '002:1733'],
  cfnLint: ['E3601'],
  messages: {
    missing: 'State "{state}" has no Type; set it to one of {types}.',
    unknown: 'Type is "{type}", which is no type of state; set it to one of {types}.',
    misspelt: 'Type is "{type}", which is no type of state; did you mean "{near}"?',
  },
  check(machine, { report }) {
    const types = STATE_TYPES.join(', ')
    for (const state of machine.states) {
      for (const absent of state.absent('Type')) report(absent, 'missing', { state: state.name, types })
      for (const type of state.known('Type', string)) {
        if ((STATE_TYPES as readonly string[]).includes(type.value)) continue
        const near = closest(type.value, STATE_TYPES)
        if (near) report(type, 'misspelt', { type: type.value, near }, respell(type, STATE_TYPES))
        else report(type, 'unknown', { type: type.value, types })
      }
    }
  },
})
