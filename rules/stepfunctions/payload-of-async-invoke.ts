import { defineRule, isLambda, type Node, type State, string, workOf } from '#rule'

const READS = /^\$\.Payload\b|\$states\.result\.Payload\b/

export default defineRule({
  id: 'stepfunctions/payload-of-async-invoke',
  title: 'An Event invocation of Lambda returns no payload',
  severity: 'warning',
  on: ['statemachine'],
  why: 'Lambda answers before the function runs: the path leads nowhere, and the state fails.',
  fix: 'Use InvocationType RequestResponse, or do not read the payload.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
      fact: 'An asynchronous invocation is answered with status 202 and nothing else.',
    },
  ],
  notes: ['001:748', '001:749', '001:750', '001:751'],
  messages: { nothing: '{field} reads the Payload, which an invocation of type Event does not return; remove it, or use RequestResponse.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task' || !isAsynchronous(state)) continue
      const fields = state.facts('ResultSelector').some((fact) => fact.state !== 'absent') ? ['ResultSelector'] : ['OutputPath', 'Output']
      // Where the answer goes below the input, OutputPath reads the input as well.
      const isWhole = state
        .facts('ResultPath')
        .every((fact) => fact.state === 'absent' || (fact.state === 'known' && textOf(fact.value) === '$'))
      for (const field of fields.filter((one) => one !== 'OutputPath' || isWhole)) {
        const cases = [...state.facts(field), ...state.items(field).flatMap((of) => [...of.inner()].map(({ fact }) => fact))]
        for (const fact of cases) {
          if (fact.state === 'known' && READS.test(textOf(fact.value))) report(fact, 'nothing', { field })
        }
      }
    }
  },
})

/** Whether it certainly calls a function without waiting for it. */
function isAsynchronous(state: State): boolean {
  const types = ['Parameters.InvocationType', 'Arguments.InvocationType'].flatMap((path) => state.known(path, string))
  const [only, ...others] = types
  const work = workOf(state)
  return (
    only?.value === 'Event' &&
    others.length === 0 &&
    work.length > 0 &&
    work.every((one) => one.kind === 'integration' && isLambda(one) && !one.pattern)
  )
}

const textOf = (node: Node): string => (node.kind === 'scalar' ? node.text : '')
