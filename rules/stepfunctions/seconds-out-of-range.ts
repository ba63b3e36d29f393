import { defineRule, number, type Properties, table } from '#rule'

const FIELDS: Readonly<Record<string, Readonly<Record<string, number>>>> = table({
  Task: { TimeoutSeconds: 1, HeartbeatSeconds: 1 },
  Wait: { Seconds: 0 },
})
const MOST = 99_999_999

export default defineRule({
  id: 'stepfunctions/seconds-out-of-range',
  title: 'Seconds are whole numbers up to 99999999',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Write a whole number of seconds from 1 (for a Wait state from 0) to 99999999.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
      fact: 'TimeoutSeconds and HeartbeatSeconds are positive whole numbers of at most 99999999.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html',
      fact: 'Seconds is a whole number from 0 to 99999999.',
    },
  ],
  notes: ['000:540', '001:1162', '001:1163', '001:1164', '001:1166', '001:1167'],
  cfnLint: ['E3601'],
  messages: { outOfRange: '{field} is {value}; it must be a whole number from {least} to 99999999.' },
  check(machine, { report }) {
    const judge = (of: Properties, field: string, least: number): void => {
      for (const fact of of.known(field, number)) {
        const { value } = fact
        if (!Number.isInteger(value) || value < least || value > MOST) report(fact, 'outOfRange', { field, value, least })
      }
    }
    judge(machine, 'TimeoutSeconds', 1)
    for (const state of machine.states) for (const [field, least] of Object.entries(FIELDS[state.type] ?? {})) judge(state, field, least)
  },
})
