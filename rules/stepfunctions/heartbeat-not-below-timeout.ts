import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'stepfunctions/heartbeat-not-below-timeout',
  title: 'HeartbeatSeconds is smaller than TimeoutSeconds',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Lower HeartbeatSeconds or raise TimeoutSeconds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
      fact: 'The seconds between heartbeats must be fewer than those of the timeout.',
    },
  ],
  notes: ['001:1162', '001:1163', '001:1164', '001:1166', '001:1167', '002:1737', '002:2179'],
  cfnLint: ['E3601'],
  messages: { notBelow: 'HeartbeatSeconds is {heartbeat}, not below TimeoutSeconds ({timeout}); lower it.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task') continue
      for (const [heartbeat, timeout] of together(state.known('HeartbeatSeconds', number), state.known('TimeoutSeconds', number))) {
        // A number that is out of range by itself is told elsewhere.
        if (timeout.value >= 1 && heartbeat.value >= timeout.value)
          report(heartbeat, 'notBelow', { heartbeat: heartbeat.value, timeout: timeout.value })
      }
    }
  },
})
