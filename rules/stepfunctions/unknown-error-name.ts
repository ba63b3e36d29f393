import { closest, defineRule, respell, string } from '#rule'

const NAMES = [
  ...['States.ALL', 'States.BranchFailed', 'States.DataLimitExceeded', 'States.ExceedToleratedFailureThreshold'],
  ...['States.HeartbeatTimeout', 'States.Http.Socket', 'States.IntrinsicFailure', 'States.ItemReaderFailed', 'States.NoChoiceMatched'],
  ...['States.ParameterPathFailure', 'States.Permissions', 'States.QueryEvaluationError', 'States.ResultPathMatchFailure'],
  ...['States.ResultWriterFailed', 'States.Runtime', 'States.TaskFailed', 'States.Timeout'],
]

export default defineRule({
  id: 'stepfunctions/unknown-error-name',
  title: 'An error name that starts with States. is one of the predefined ones',
  severity: 'warning',
  on: ['statemachine'],
  fixes: 'safe',
  why: 'No error of that name ever occurs, so that the retrier or catcher is never used.',
  fix: 'Write the name of a predefined error exactly, or one without the prefix States. for errors of your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
      fact: 'Names that begin with States. are reserved for the predefined errors, and names are compared with case.',
    },
  ],
  notes: ['004:404', '004:406', '004:407', '004:408', '004:409', '004:410', '004:411'],
  cfnLint: ['E3601'],
  messages: { misspelt: 'There is no error "{name}"; did you mean {near}?' },
  check(machine, { report }) {
    for (const state of machine.states) {
      for (const name of ['Retry.*.ErrorEquals.*', 'Catch.*.ErrorEquals.*'].flatMap((path) => state.known(path, string))) {
        const { value } = name
        if (!value.startsWith('States.') || value.startsWith('States.Http.') || NAMES.includes(value)) continue
        // Errors are added now and then: only a name near a known one is surely a mistake.
        const near = closest(value, NAMES)
        if (near) report(name, 'misspelt', { name: value, near }, respell(name, NAMES))
      }
    }
  },
})
