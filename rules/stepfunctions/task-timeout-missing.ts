import { defineRule, workOf } from '#rule'

const LIMITS = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath']

export default defineRule({
  id: 'stepfunctions/task-timeout-missing',
  title: 'A task that waits for somebody else needs a timeout',
  severity: 'warning',
  on: ['statemachine'],
  why: 'When the worker never answers, the execution hangs until it ends after a year.',
  fix: 'Set TimeoutSeconds on the task, and HeartbeatSeconds where the worker sends heartbeats.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
      fact: 'Without a timeout an execution that waits for an activity or a token is stuck; tasks should have one.',
    },
  ],
  notes: ['001:1180', '001:1181', '001:1182', '001:1183', '001:1184', '001:1185', '001:1186', '002:1737', '002:2179'],
  messages: { missing: 'This task waits for {what} without a limit; set TimeoutSeconds or HeartbeatSeconds.' },
  check(machine, { report }) {
    if (machine.facts('TimeoutSeconds').some((fact) => fact.state !== 'absent')) return
    for (const state of machine.states) {
      if (
        state.type !== 'Task' ||
        state.isExpress === true ||
        LIMITS.some((field) => state.facts(field).some((fact) => fact.state !== 'absent'))
      )
        continue
      for (const { kind, pattern, node, when } of workOf(state)) {
        const what = kind === 'activity' ? 'a worker of the activity' : pattern === 'waitForTaskToken' ? 'its token' : undefined
        if (what) report({ node, when }, 'missing', { what })
      }
    }
  },
})
