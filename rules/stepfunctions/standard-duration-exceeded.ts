import { defineRule, number, type Properties } from '#rule'

const YEAR = 31_536_000

export default defineRule({
  id: 'stepfunctions/standard-duration-exceeded',
  title: 'A Standard execution ends after one year',
  severity: 'warning',
  on: ['statemachine'],
  why: 'The execution is stopped before the time that is written here has passed.',
  fix: 'Stay within 31536000 seconds; start a new execution for what takes longer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
      fact: 'A Standard workflow runs for one year at most.',
    },
  ],
  notes: ['000:548', '001:1162', '001:1163', '001:1164', '001:1166', '001:1167', '002:1735', '002:1737', '002:1738'],
  messages: { tooLong: '{field} is {value} seconds, but an execution ends after a year (31536000 seconds); lower it.' },
  check(machine, { report }) {
    const judge = (of: Properties, field: string): void => {
      // More than 99999999 is refused anyway.
      for (const fact of of.known(field, number)) {
        if (fact.value > YEAR && fact.value <= 99_999_999) report(fact, 'tooLong', { field, value: fact.value })
      }
    }
    if (machine.isExpress === false) judge(machine, 'TimeoutSeconds')
    for (const state of machine.states) if (state.isExpress === false && state.type === 'Wait') judge(state, 'Seconds')
  },
})
