import { closest, defineRule, respell, someOf, table } from '#rule'

const COMMON = ['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'InputPath', 'OutputPath', 'Output', 'Assign']
const WORKING = ['Parameters', 'Arguments', 'ResultPath', 'ResultSelector', 'Retry', 'Catch']

const FIELDS: Readonly<Record<string, readonly string[]>> = table({
  Task: [
    ...COMMON,
    ...WORKING,
    'Resource',
    'TimeoutSeconds',
    'TimeoutSecondsPath',
    'HeartbeatSeconds',
    'HeartbeatSecondsPath',
    'Credentials',
  ],
  Pass: [...COMMON, 'Parameters', 'ResultPath', 'Result'],
  Choice: [...COMMON, 'Choices', 'Default'],
  Wait: [...COMMON, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Succeed: COMMON,
  Fail: ['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'Error', 'ErrorPath', 'Cause', 'CausePath'],
  Parallel: [...COMMON, ...WORKING, 'Branches'],
  Map: [
    ...COMMON,
    ...WORKING,
    ...['Iterator', 'ItemProcessor', 'ItemReader', 'Items', 'ItemsPath', 'ItemSelector', 'ItemBatcher', 'ResultWriter', 'Label'],
    ...['MaxConcurrency', 'MaxConcurrencyPath', 'ToleratedFailureCount', 'ToleratedFailureCountPath'],
    ...['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
  ],
})

export default defineRule({
  id: 'stepfunctions/misplaced-state-field',
  title: 'A state has only fields of its type',
  severity: 'error',
  on: ['statemachine'],
  fixes: 'safe',
  why: 'Step Functions refuses a definition with a field that it does not know at that place.',
  fix: 'Correct the spelling, move the field to a state of the type that has it, or remove it.',
  sources: [
    {
      url: 'https://states-language.net/spec.html',
      fact: 'A table says which types of states have which fields: retriers for Task, Parallel and Map only, Result for Pass only.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html',
      fact: 'Of the common fields a Fail state takes only Type and Comment.',
    },
  ],
  notes: ['000:537', '000:538', '000:542', '000:550', '000:551', '000:552', '000:553', '000:554', '000:555', '004:404', '004:406'],
  cfnLint: ['E3601'],
  messages: {
    misplaced: 'A {type} state has no {field}, which belongs to {owners}; remove it or change the Type.',
    misspelt: 'A {type} state has no field "{field}"; did you mean {near}?',
    unknown: '"{field}" is no field of a {type} state; remove it.',
  },
  check(machine, { report }) {
    for (const state of machine.states) {
      const { type } = state
      const fields = FIELDS[type]
      if (!fields || state.isOpen) continue
      for (const { key, merged } of state.entries) {
        const field = key.text
        if (merged || fields.includes(field) || /^(Fn::|Ref$|Condition$)/.test(field)) continue
        const owners = Object.keys(FIELDS).filter((other) => FIELDS[other]?.includes(field))
        const near = closest(field, fields)
        const place = { node: key, when: state.when }
        if (owners.length) report(place, 'misplaced', { type, field, owners: someOf(owners, 'and') })
        else if (near) report(place, 'misspelt', { type, field, near }, respell(place, fields))
        else report(place, 'unknown', { type, field })
      }
    }
  },
})
