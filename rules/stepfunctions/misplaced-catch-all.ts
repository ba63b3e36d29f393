import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'stepfunctions/misplaced-catch-all',
  title: 'States.ALL stands alone and in the last retrier or catcher',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Let States.ALL be the only name of its ErrorEquals, and move that retrier or catcher to the end of its list.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
      fact: 'States.ALL must be alone in its ErrorEquals and belong to the last item of Retry or Catch.',
    },
  ],
  notes: ['001:1160', '001:1161', '002:2180', '004:404', '004:406', '004:407', '004:408', '004:409', '004:410', '004:411'],
  cfnLint: ['E3601'],
  messages: {
    accompanied: 'States.ALL covers the other names of this list already and must stand alone; remove the others.',
    notLast: 'States.ALL must be in the last item of {field}; what follows would never be reached. Move it to the end.',
  },
  check(machine, { report }) {
    for (const state of machine.states) {
      for (const field of ['Retry', 'Catch']) {
        const items = state.items(field)
        items.forEach((item, i) => {
          const all = item.known('ErrorEquals.*', string).find(({ value }) => value === 'States.ALL')
          if (!all) return
          const others = item.facts('ErrorEquals.*').filter((fact) => fact.state !== 'absent' && fact.node !== all.node)
          const other = others.map((fact) => both(fact.when, all.when)).find(canHold)
          if (other) report({ node: all.node, when: other }, 'accompanied')
          const later = items.slice(i + 1).find((other) => other.node !== item.node && canHold(both(other.when, all.when)))
          if (later) report({ node: all.node, when: both(later.when, all.when) }, 'notLast', { field })
        })
      }
    }
  },
})
