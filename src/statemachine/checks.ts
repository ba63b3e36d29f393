import type { Check } from '../rule.ts'
import { type State, StateMachine } from './machine.ts'

/** A check of every state of these types, for a rule that looks at state machines. @param only narrows it further */
export function ofStates(types: readonly string[], check: Check, only: (state: State) => boolean = () => true): Check {
  return {
    ...check,
    paths: [],
    run({ target, report }) {
      if (!(target instanceof StateMachine)) return
      for (const state of target.states) if (types.includes(state.type) && only(state)) check.run({ target: state, report })
    },
  }
}
