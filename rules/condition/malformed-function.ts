import { at, callOf, defineRule, FUNCTIONS, type Node, nounOf, type Scalar, SHAPES, shapesOf, table } from '#rule'

const LENGTHS: Readonly<Record<string, readonly [least: number, most: number, words: string]>> = table({
  'Fn::And': [2, 10, '2 to 10 conditions'],
  'Fn::Or': [2, 10, '2 to 10 conditions'],
  'Fn::Not': [1, 1, 'one condition'],
})
const RULE_FUNCTIONS = ['Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn']

/** A function that does not stand alone in its map is told elsewhere. */
const isSeveral = (node: Node): boolean => node.kind === 'mapping' && node.entries.some((entry) => FUNCTIONS.has(entry.key.text))

export default defineRule({
  id: 'condition/malformed-function',
  title: 'Condition function has the wrong arguments',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Give Fn::Equals two values, Fn::And and Fn::Or 2 to 10 conditions, Fn::Not a list of one, Condition a name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
      fact: 'Fn::And and Fn::Or take 2 to 10 conditions, Fn::Not one in a list, Fn::Equals two values; Condition names a condition.',
    },
  ],
  notes: ['002:1277', '002:1292'],
  cfnLint: ['E8001', 'E8003', 'E8004', 'E8005', 'E8006', 'E8007'],
  messages: {
    expression: 'A condition is one of Fn::And, Fn::Equals, Fn::Not, Fn::Or and Condition; this is {noun}.',
    function: '{name} is no condition; use Fn::And, Fn::Equals, Fn::Not, Fn::Or or Condition.',
    name: 'Condition takes the name of a condition; this is {noun}.',
    list: '{name} takes a list of {words}; this is {noun}.',
    count: '{name} takes {words}; this has {count}.',
    value: 'Fn::Equals compares texts; this is {noun}.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    // A condition may be called 1 or Yes.
    const defined = template.sectionEntries('Conditions').map(({ key }) => key.text)
    const isName = (node: Node): boolean => node.kind === 'scalar' && (typeof node.value === 'string' || defined.includes(node.text))
    for (const { value } of template.sectionEntries('Conditions')) expression(value)
    for (const { value } of template.sectionEntries('Rules')) {
      const assertions = at(value, 'Assertions')
      const asserted = assertions?.kind === 'sequence' ? assertions.items.map((item) => at(item, 'Assert')) : []
      for (const node of [at(value, 'RuleCondition'), ...asserted]) if (node) expression(node, RULE_FUNCTIONS)
    }

    function expression(node: Node, more: readonly string[] = []): void {
      const [only, ...others] = node.kind === 'mapping' ? node.entries : []
      if (node.kind !== 'mapping' || !only) report(node, 'expression', { noun: nounOf(node) })
      else if (others.length > 0) {
        if (!node.entries.some((entry) => FUNCTIONS.has(entry.key.text))) report(node, 'expression', { noun: nounOf(node) })
      } else if (only.key.text === 'Condition') {
        if (!isName(only.value)) report(only.key, 'name', { noun: nounOf(only.value) })
      } else if (only.key.text === 'Fn::Equals') equals(only.key, only.value)
      else if (LENGTHS[only.key.text]) conditions(only.key, only.value, more)
      else if (FUNCTIONS.has(only.key.text)) {
        if (!more.includes(only.key.text) && only.key.text !== 'Fn::Transform') report(only.key, 'function', { name: only.key.text })
      } else if (!only.key.text.startsWith('Fn:')) report(only.key, 'expression', { noun: nounOf(node) })
    }

    function conditions(key: Scalar, argument: Node, more: readonly string[]): void {
      const [least, most, words] = LENGTHS[key.text] as readonly [number, number, string]
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list', { name: key.text, words, noun: nounOf(argument) })
        return
      }
      const { length } = argument.items
      if (length < least || length > most) report(key, 'count', { name: key.text, words, count: length })
      for (const item of argument.items) expression(item, more)
    }

    function equals(key: Scalar, argument: Node): void {
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list', { name: key.text, words: 'two values', noun: nounOf(argument) })
        return
      }
      if (argument.items.length !== 2) report(key, 'count', { name: key.text, words: 'two values', count: argument.items.length })
      for (const item of argument.items) {
        if (item.kind !== 'scalar' && !callOf(item) && !isSeveral(item)) report(item, 'value', { noun: nounOf(item) })
        for (const { shape, node } of callOf(item) ? shapesOf(template, item, template.always) : []) {
          if (shape === 'list' || shape === 'map') report(node, 'value', { noun: SHAPES[shape] })
        }
      }
    }
  },
})
