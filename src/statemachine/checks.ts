import type { Check } from '../rule.ts'
import { StateMachine } from './machine.ts'

/** A check of every state of these types, for a rule that looks at state machines. */
export function ofStates(types: readonly string[], check: Check): Check {
  return {
    ...check,
    paths: [],
    run({ target, report }) {
      if (!(target instanceof StateMachine)) return
      for (const state of target.states) if (types.includes(state.type)) check.run({ target: state, report })
    },
  }
}
