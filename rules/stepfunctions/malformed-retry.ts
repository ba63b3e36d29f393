import { all, type Check, defineRule, each, need, number, ofStates, oneOf, range, string } from '#rule'

const wholeNumber = (field: string, min: number, max: number): Check => ({
  paths: [field],
  messages: { number: '{field} is {value}; it must be a whole number from {min} to {max}.' },
  run({ target, report }) {
    for (const fact of target.known(field, number)) {
      const { value } = fact
      if (!Number.isInteger(value) || value < min || value > max) report(fact, 'number', { field, value, min, max })
    }
  },
})

const errorEquals: Check = {
  paths: ['ErrorEquals'],
  messages: {
    empty: 'ErrorEquals is empty; name at least one error, or States.ALL.',
    noList: 'ErrorEquals is a text; write a list of error names.',
  },
  run({ target, report }) {
    for (const { node, most } of target.counts('ErrorEquals')) if (most.count === 0) report({ node, when: most.when }, 'empty')
    for (const fact of target.known('ErrorEquals', string)) report(fact, 'noList')
  },
}

const NAMES = need('{name} is missing; list the names of the errors that this is for, or States.ALL.', 'ErrorEquals')
const RETRIER = all(
  NAMES,
  errorEquals,
  wholeNumber('IntervalSeconds', 1, 99_999_999),
  wholeNumber('MaxAttempts', 0, 99_999_999),
  wholeNumber('MaxDelaySeconds', 1, 31_622_400),
  range('BackoffRate', { min: 1 }),
  oneOf('JitterStrategy', ['FULL', 'NONE']),
)
const CATCHER = all(NAMES, errorEquals, need('{name} is missing; name the state that handles the error.', 'Next'))

export default defineRule({
  id: 'stepfunctions/malformed-retry',
  title: 'Retriers and catchers name errors and stay within their bounds',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'List error names in ErrorEquals, keep the numbers within their bounds, and give each catcher a Next.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
      fact: 'ErrorEquals is a non-empty list; IntervalSeconds is 1 to 99999999, MaxAttempts 0 to 99999999; a catcher needs Next.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
      fact: 'MaxDelaySeconds is above 0 and below 31622401; JitterStrategy is FULL or NONE.',
    },
    {
      url: 'https://states-language.net/spec.html',
      fact: 'BackoffRate is a number of at least 1.0.',
    },
  ],
  notes: ['001:1160', '001:1161', '002:2180', '004:404', '004:406', '004:407', '004:408', '004:409', '004:410', '004:411'],
  cfnLint: ['E3601'],
  check: ofStates(['Task', 'Parallel', 'Map'], all(each('Retry', RETRIER), each('Catch', CATCHER))),
})
