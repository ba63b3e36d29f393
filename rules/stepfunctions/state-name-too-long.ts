import { defineRule, OPAQUE } from '#rule'

export default defineRule({
  id: 'stepfunctions/state-name-too-long',
  title: 'A state name has at most 80 characters',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Shorten the name, also where transitions use it; a Comment has room for more words.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
      fact: 'The name of a state may have no more than 80 characters.',
    },
  ],
  notes: ['000:537', '000:540', '000:542', '001:1173', '001:1176', '001:1177', '002:1730', '002:1731', '002:1733'],
  cfnLint: ['E3601'],
  messages: { tooLong: 'The name of this state has {length} characters; it must have at most 80. Shorten it.' },
  check(machine, { report }) {
    for (const { name, key, node, when } of machine.states) {
      const { length } = [...name]
      const isKnown = !name.includes(OPAQUE) && !name.includes('${')
      if (length > 80 && isKnown) report({ node, span: key.span, when }, 'tooLong', { length })
    }
  },
})
