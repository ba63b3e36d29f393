import { defineRule } from '#rule'

export default defineRule({
  id: 'stepfunctions/end-state-missing',
  title: 'Every level of a state machine has a state where it ends',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Let a state of this level have End: true, or add a state of type Succeed or Fail.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html',
      fact: 'MISSING_END_STATE is an error: a workflow needs a terminal state.',
    },
  ],
  notes: ['001:1157', '001:1176', '001:1179', '002:1730', '002:1731', '002:1733'],
  cfnLint: ['E3601'],
  messages: { missing: 'None of these states ends the execution; set End to true in one of them, or add a Succeed or Fail state.' },
  check(machine, { report }) {
    for (const scope of machine.scopes) {
      const { states } = scope
      const goesOn = states.every(
        (state) =>
          state.type === 'Choice' ||
          (!['', 'Succeed', 'Fail'].includes(state.type) && state.present('Next').length > 0 && state.absent('End').length > 0),
      )
      if (!scope.isComplete || states.length === 0 || !goesOn || states.some((state) => state.present('End').length > 0)) continue
      for (const fact of scope.facts('States')) if (fact.state === 'known') report(fact, 'missing')
    }
  },
})
