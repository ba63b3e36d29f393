import { boolean, closest, defineRule, number, type Properties, respell, string } from '#rule'

const ORDERS = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals']
const COMPARISONS = [
  ...['String', 'Numeric', 'Timestamp'].flatMap((kind) => ORDERS.flatMap((order) => [`${kind}${order}`, `${kind}${order}Path`])),
  ...['BooleanEquals', 'BooleanEqualsPath', 'StringMatches'],
  ...['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'],
]
const JOINS = ['And', 'Or', 'Not']
const FIELDS = ['Variable', 'Next', 'Comment', 'Assign', 'Output', 'Condition']

export default defineRule({
  id: 'stepfunctions/malformed-choice',
  title: 'A choice compares one variable in one way',
  severity: 'error',
  on: ['statemachine'],
  fixes: 'safe',
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Give each comparison a Variable and one operator; join several by And, Or or Not. With JSONata write a Condition.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
      fact: 'A choice rule is a comparison of Variable by one of the listed operators, or And, Or, Not over such; with JSONata a Condition.',
    },
    { url: 'https://states-language.net/spec.html', fact: 'Next stands in the outermost rule only.' },
  ],
  cfnLint: ['E3601'],
  messages: {
    variable: 'This comparison has no Variable; name what {operator} looks at.',
    nothing: 'This choice compares nothing; add Variable and an operator as StringEquals, or And, Or or Not.',
    several: '{one} and {other} stand in one comparison; write two, and join them by And or Or.',
    misspelt: 'There is no comparison "{operator}"; did you mean {near}?',
    unknown: 'There is no comparison "{operator}"; use one as StringEquals, NumericLessThan or IsPresent.',
    value: '{operator} is "{value}"; it must be {wanted}.',
    nested: 'Next stands inside of {join}; move it to the choice itself.',
    condition: 'A choice of a JSONata state needs a Condition; write it as an expression of JSONata.',
  },
  check(machine, { report }) {
    const judge = (rule: Properties, join: string | undefined): void => {
      if (rule.isOpen || rule.entries.some(({ merged }) => merged)) return
      const operators = rule.entries.filter(({ key }) => !FIELDS.includes(key.text))
      const [first, second] = operators
      if (join)
        for (const next of rule.entries.filter(({ key }) => key.text === 'Next'))
          report({ node: next.key, when: rule.when }, 'nested', { join })
      for (const fact of rule.known('Variable', string)) {
        if (!fact.value.startsWith('$'))
          report(fact, 'value', { operator: 'Variable', value: fact.value, wanted: 'a path that begins with $' })
      }
      if (!first) report({ node: rule.node, when: rule.when }, 'nothing')
      if (first && second) report({ node: second.key, when: rule.when }, 'several', { one: first.key.text, other: second.key.text })
      for (const { key } of operators) {
        const operator = key.text
        if (JOINS.includes(operator)) {
          for (const inner of rule.items(operator)) judge(inner, operator)
          continue
        }
        if (COMPARISONS.includes(operator)) {
          for (const absent of rule.absent('Variable')) report(absent, 'variable', { operator })
          for (const fact of rule.known(operator, string)) {
            const wanted = misfit(operator, fact.value)
            if (wanted) report(fact, 'value', { operator, value: fact.value, wanted })
          }
          continue
        }
        const near = closest(operator, [...COMPARISONS, ...JOINS, ...FIELDS])
        if (near)
          report(
            { node: key, when: rule.when },
            'misspelt',
            { operator, near },
            respell({ node: key, when: rule.when }, [...COMPARISONS, ...JOINS, ...FIELDS]),
          )
        else report({ node: key, when: rule.when }, 'unknown', { operator })
      }
    }
    for (const state of machine.states) {
      if (state.type !== 'Choice') continue
      for (const choice of state.items('Choices')) {
        if (state.queryLanguage === 'JSONPath') judge(choice, undefined)
        else if (state.queryLanguage === 'JSONata') for (const absent of choice.absent('Condition')) report(absent, 'condition')
      }
    }
  },
})

/** What the value of a comparison should be instead, where it is certainly wrong. */
function misfit(operator: string, value: string): string | undefined {
  if (operator.endsWith('Path')) return value.startsWith('$') ? undefined : 'a path that begins with $'
  const as = (type: typeof number | typeof boolean): boolean =>
    type.read({ kind: 'scalar', value, text: value, style: 'plain', span: { start: 0, end: 0 }, parent: null, key: null, index: -1 }) !==
    undefined
  if (operator.startsWith('Numeric')) return as(number) ? undefined : 'a number'
  if (/^(Boolean|Is[A-Z])/.test(operator)) return as(boolean) ? undefined : 'true or false'
  if (operator.startsWith('Timestamp')) return /^\d{4}-\d\d-\d\dT/.test(value) ? undefined : 'a time of RFC 3339, as 2030-03-14T01:59:00Z'
  return undefined
}
