import { closest, defineRule, isLambda, string, workOf } from '#rule'

const TYPES = ['RequestResponse', 'Event', 'DryRun']

export default defineRule({
  id: 'stepfunctions/unknown-invocation-type',
  title: 'A Lambda call has an invocation type that Lambda knows',
  severity: 'warning',
  on: ['statemachine'],
  why: 'Lambda refuses the call, and the task fails whenever it runs.',
  fix: 'Use RequestResponse (the default), Event or DryRun.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
      fact: 'The invocation type is Event, RequestResponse or DryRun.',
    },
  ],
  notes: ['001:748', '001:749', '001:750', '001:751'],
  messages: { unknown: 'InvocationType is "{value}"; it must be RequestResponse, Event or DryRun{hint}.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task' || !workOf(state).some((work) => work.kind === 'integration' && isLambda(work))) continue
      for (const type of ['Parameters.InvocationType', 'Arguments.InvocationType'].flatMap((path) => state.known(path, string))) {
        if (TYPES.includes(type.value) || type.value.startsWith('{%')) continue
        const near = closest(type.value, TYPES)
        report(type, 'unknown', { value: type.value, hint: near ? ` (did you mean ${near}?)` : '' })
      }
    }
  },
})
