import { defineRule, number, type Properties } from '#rule'

const MOST = 300

export default defineRule({
  id: 'stepfunctions/express-duration-exceeded',
  title: 'An Express execution ends after five minutes',
  severity: 'warning',
  on: ['statemachine'],
  why: 'The execution is stopped before the time that is written here has passed.',
  fix: 'Stay within 300 seconds, or use a Standard workflow.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
      fact: 'An Express workflow runs for five minutes at most.',
    },
  ],
  notes: ['000:540', '000:548', '001:1169', '001:1170', '001:1171', '002:1735', '002:1737', '002:1738'],
  messages: { tooLong: '{field} is {value} seconds, but an Express execution ends after 300; lower it, or use type STANDARD.' },
  check(machine, { report }) {
    const judge = (of: Properties, fields: readonly string[]): void => {
      for (const field of fields) {
        for (const fact of of.known(field, number)) if (fact.value > MOST) report(fact, 'tooLong', { field, value: fact.value })
      }
    }
    if (machine.isExpress === true) judge(machine, ['TimeoutSeconds'])
    for (const state of machine.states) {
      if (state.isExpress !== true) continue
      if (state.type === 'Wait') judge(state, ['Seconds'])
      if (state.type === 'Task') judge(state, ['TimeoutSeconds', 'HeartbeatSeconds'])
    }
  },
})
