import { defineRule, string, workOf } from '#rule'

export default defineRule({
  id: 'stepfunctions/express-unsupported-integration',
  title: 'An Express workflow cannot wait for jobs, tokens or activities',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Call the service without .sync and .waitForTaskToken, or make the machine a Standard workflow; its type cannot be changed later.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
      fact: 'Express workflows have integrations of the pattern request-response only; jobs and callbacks need a Standard workflow.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
      fact: 'Activities and Distributed Map are for Standard workflows only.',
    },
  ],
  notes: ['000:546', '001:1168', '001:1169', '001:1172', '001:1180', '002:1735', '002:1737', '002:1738'],
  messages: {
    pattern: 'An Express workflow cannot wait for {what} (.{pattern}); call the service without it, or use type STANDARD.',
    activity: 'An Express workflow has no activities; call a function or a service, or use type STANDARD.',
    distributed: 'An Express workflow has no distributed Map; use Mode INLINE, or type STANDARD.',
  },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.isExpress !== true) continue
      for (const mode of state.known('ItemProcessor.ProcessorConfig.Mode', string)) {
        if (mode.value === 'DISTRIBUTED' && state.type === 'Map') report(mode, 'distributed')
      }
      for (const { kind, pattern, node, when } of state.type === 'Task' ? workOf(state) : []) {
        if (kind === 'activity') report({ node, when }, 'activity')
        else if (pattern) report({ node, when }, 'pattern', { pattern, what: pattern === 'sync' ? 'a job' : 'a callback' })
      }
    }
  },
})
