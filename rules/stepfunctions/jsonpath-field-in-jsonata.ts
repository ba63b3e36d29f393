import { atKey, defineRule } from '#rule'

const PATHS = [
  ...['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector', 'ItemsPath', 'SecondsPath', 'TimestampPath'],
  ...['TimeoutSecondsPath', 'HeartbeatSecondsPath', 'ErrorPath', 'CausePath', 'MaxConcurrencyPath', 'ToleratedFailureCountPath'],
  'ToleratedFailurePercentagePath',
]
const EXPRESSIONS = ['Arguments', 'Output']

export default defineRule({
  id: 'stepfunctions/jsonpath-field-in-jsonata',
  title: 'JSONata states have no path fields, JSONPath states no Arguments or Output',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Use Arguments, Output and Assign with QueryLanguage JSONata; the path fields, Parameters and ResultSelector with JSONPath.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
      fact: 'With JSONata the path fields, Parameters and ResultSelector are gone; Arguments and Output take their place.',
    },
  ],
  notes: ['000:550', '000:551', '000:552', '000:553', '000:554', '000:555'],
  cfnLint: ['E3601'],
  messages: {
    path: 'A JSONata state has no {field}; write Arguments, Output or Assign with expressions of JSONata instead.',
    expression: 'A JSONPath state has no {field}; set QueryLanguage to JSONata, or use Parameters and ResultSelector.',
  },
  check(machine, { report }) {
    for (const state of machine.states) {
      const { queryLanguage } = state
      if (queryLanguage === 'JSONata') {
        for (const field of PATHS) for (const set of state.present(field)) report(atKey(set), 'path', { field })
      } else if (queryLanguage === 'JSONPath') {
        for (const field of EXPRESSIONS) for (const set of state.present(field)) report(atKey(set), 'expression', { field })
      }
    }
  },
})
