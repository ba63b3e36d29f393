import { all, defineRule, exclusive, ofStates } from '#rule'

export default defineRule({
  id: 'stepfunctions/timeout-given-twice',
  title: 'A timeout of a task is a number or a path, not both',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Keep either the number or the path.',
  sources: [
    {
      url: 'https://states-language.net/spec.html',
      fact: 'A Task must not have both TimeoutSeconds and TimeoutSecondsPath, nor both HeartbeatSeconds and HeartbeatSecondsPath.',
    },
  ],
  notes: ['002:1737', '002:2179'],
  cfnLint: ['E3601'],
  check: ofStates(['Task'], all(exclusive('TimeoutSeconds', 'TimeoutSecondsPath'), exclusive('HeartbeatSeconds', 'HeartbeatSecondsPath'))),
})
