import { all, boolean, both, type Check, canHold, defineRule, exclusive, forbid, ofStates, requiresOneOf } from '#rule'

const GOING_ON = ['Task', 'Pass', 'Wait', 'Parallel', 'Map']

const ending: Check = {
  paths: ['End', 'Next'],
  messages: { notEnding: 'End is false and there is no Next; set End to true, or name the next state.' },
  run({ target, report }) {
    const lacking = target.absent('Next')
    for (const end of target.known('End', boolean)) {
      if (end.value) continue
      for (const absent of lacking) {
        const when = both(end.when, absent.when)
        if (canHold(when)) report({ node: end.node, when }, 'notEnding')
      }
    }
  },
}

export default defineRule({
  id: 'stepfunctions/wrong-transition',
  title: 'A state has either Next or End, and a final state neither',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Name the next state in Next, or set End to true; a Choice goes on by its Choices and Default, Succeed and Fail end by themselves.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html',
      fact: 'Every state that is not final must say which state follows, or that the execution ends there.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html',
      fact: 'Of the common fields a Fail state takes only Type and Comment.',
    },
  ],
  notes: ['000:537', '000:540', '000:542', '001:1157', '001:1176', '001:1179', '002:1730', '002:1731', '002:1733'],
  cfnLint: ['E3601'],
  check: all(
    ofStates(GOING_ON, all(requiresOneOf('Next', 'End'), exclusive('Next', 'End'), ending)),
    ofStates(['Choice'], forbid('A Choice has no {name}; it goes on by its Choices and Default. Remove {name}.', 'Next', 'End')),
    ofStates(['Succeed'], forbid('A Succeed state ends the execution; remove {name}.', 'Next')),
    ofStates(['Fail'], forbid('A Fail state ends the execution; remove {name}.', 'Next', 'End')),
  ),
})
