import { defineRule, string } from '#rule'

const FIELDS = ['Arguments', 'Output', 'Assign', 'ItemSelector', 'ItemBatcher', 'Credentials']
const SINGLE = [
  'Seconds',
  'Timestamp',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'Items',
  'MaxConcurrency',
  'Error',
  'Cause',
  'Output',
  'Arguments',
]

export default defineRule({
  id: 'stepfunctions/malformed-expression',
  title: 'An expression of JSONata is the whole text, from {% to %}',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, or passes the expression on as plain text.',
  fix: 'Let the text begin with {% and end with %}, with nothing before or behind; join texts within the expression with &.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
      fact: 'An expression stands between {% and %}, which open and close the text; opening or closing it wrongly is an error.',
    },
  ],
  cfnLint: ['E3601'],
  messages: {
    unclosed: 'This expression begins with {open} and does not end with {close}; close it at the end of the text.',
    unopened: 'This text ends with {close} and does not begin with {open}; open the expression at its start.',
    key: '"{key}" ends with .$, which JSONata states do not have; remove .$ and write the value as {open} … {close}.',
  },
  check(machine, { report }) {
    const marks = { open: '{%', close: '%}' }
    for (const state of machine.states) {
      if (state.queryLanguage !== 'JSONata') continue
      const choices = state.items('Choices').flatMap((choice) => choice.facts('Condition'))
      const inner = FIELDS.flatMap((field) => state.items(field)).flatMap((payload) => [...payload.inner()])
      for (const fact of [...choices, ...SINGLE.flatMap((field) => state.facts(field)), ...inner.map((one) => one.fact)]) {
        const text = fact.state === 'known' ? string.read(fact.value) : undefined
        if (text === undefined || fact.state !== 'known') continue
        if (text.startsWith('{%') && !text.endsWith('%}')) report(fact, 'unclosed', marks)
        else if (text.endsWith('%}') && !text.includes('{%')) report(fact, 'unopened', marks)
      }
      for (const { key, isItem, fact } of inner) {
        if (isItem || !key.endsWith('.$') || fact.state !== 'known') continue
        const text = string.read(fact.value)
        if (text && /^(\$|States\.|\{%)/.test(text)) report({ node: fact.node, when: fact.when }, 'key', { key, ...marks })
      }
    }
  },
})
