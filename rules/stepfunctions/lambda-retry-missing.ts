import { defineRule, isLambda, string, workOf } from '#rule'

const COVERING = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'States.TaskFailed',
  'States.ALL',
]

export default defineRule({
  id: 'stepfunctions/lambda-retry-missing',
  title: 'A task that calls Lambda retries errors of the service',
  severity: 'info',
  on: ['statemachine'],
  why: 'Lambda fails now and then for a moment, and a single such failure ends the whole execution.',
  fix: 'Add a retrier for Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException and Lambda.TooManyRequestsException.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
      fact: 'Tasks that call Lambda should retry the transient exceptions of the service; the page lists them.',
    },
  ],
  notes: ['001:1160', '001:1161', '002:2180', '004:402', '004:404', '004:407'],
  messages: { missing: 'This call of Lambda retries no error of the service; add a retrier for {errors}.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task' || state.facts('Catch').some((fact) => fact.state !== 'absent')) continue
      const errors = state.facts('Retry.*.ErrorEquals.*')
      const names = state.known('Retry.*.ErrorEquals.*', string)
      if (errors.some((fact) => fact.state === 'unknown') || names.some(({ value }) => COVERING.includes(value))) continue
      // The Map or Parallel state around it may handle the error for all.
      if (['Retry', 'Catch'].some((field) => state.scope.holder?.facts(field).some((fact) => fact.state !== 'absent'))) continue
      for (const work of workOf(state)) {
        if (isLambda(work))
          report({ node: state.node, span: state.key.span, when: work.when }, 'missing', { errors: COVERING.slice(0, 3).join(', ') })
      }
    }
  },
})
