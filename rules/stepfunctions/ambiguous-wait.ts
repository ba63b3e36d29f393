import { all, type Check, defineRule, exclusive, ofStates, requiresOneOf, string } from '#rule'

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const FIELDS = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'] as const

const timestamp: Check = {
  paths: ['Timestamp'],
  messages: { timestamp: 'Timestamp is "{value}"; write a time of RFC 3339, as 2030-03-14T01:59:00Z.' },
  run({ target, report }) {
    for (const fact of target.known('Timestamp', string)) {
      if (!RFC_3339.test(fact.value) && !fact.value.startsWith('{%')) report(fact, 'timestamp', { value: fact.value })
    }
  },
}

export default defineRule({
  id: 'stepfunctions/ambiguous-wait',
  title: 'A Wait state says exactly once how long it waits',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Keep one of Seconds, Timestamp, SecondsPath and TimestampPath; a Timestamp is a time as 2030-03-14T01:59:00Z.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html',
      fact: 'Exactly one of the four fields is required, and Timestamp follows RFC 3339 with T and Z in upper case.',
    },
  ],
  notes: ['000:540', '001:1173', '001:1176', '001:1177'],
  cfnLint: ['E3601'],
  check: ofStates(['Wait'], all(requiresOneOf(...FIELDS), exclusive(...FIELDS), timestamp)),
})
