/** What condition expressions and the section Rules say, expression by expression; `logic.test.ts` plays whole sections through. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, type Node } from '../../src/source/tree.ts'
import { FALSE, TRUE } from '../../src/template/conditions.ts'
import { Template } from '../../src/template/template.ts'
import { both, canHold } from '../../src/values.ts'

const DECLARED = `
Parameters:
  P: { Type: String }
  Q: { Type: String }
  Env: { Type: String, AllowedValues: [dev, prod] }
  Tier: { Type: String, AllowedValues: [prod, best] }
  Other: { Type: String, AllowedValues: [x, y] }
  Many: { Type: String, AllowedValues: [v0, v1, v2, v3, v4] }
  List: { Type: CommaDelimitedList, AllowedValues: ['a,b'] }
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', AllowedValues: [/a] }
  Yes: { Type: String, AllowedValues: [yes, 'no'] }
Mappings: { M: { dev: { size: small }, prod: { size: large } } }
`

function templateOf(conditions: string, rules = '', inputs = {}): Template {
  const source = parseSource(`${DECLARED}${rules}\nConditions: { ${conditions} }\n`, 'template.yaml')
  return new Template(source, source.root as Mapping, 'cloudformation', { inputs })
}

/** Whether a condition is true always, never, or sometimes. */
function meaning(expression: string, more = '', rules = '', inputs = {}): string {
  const template = templateOf(`C: ${expression}${more ? `, ${more}` : ''}`, rules, inputs)
  const [yes, no] = [true, false].map((is) => canHold(template.logic.named('C', is)))
  return yes ? (no ? 'either' : 'always') : no ? 'never' : 'impossible'
}

const IS = '!Equals [!Ref P, a]'
const NOT = '!Not [!Equals [!Ref P, a]]'

describe('an expression', () => {
  test.each([
    ['!Equals [a, a]', 'always'],
    ['!Equals [a, b]', 'never'],
    ['!Equals [true, "true"]', 'always'],
    ['!Equals [yes, "true"]', 'always'],
    ['!Equals [1, "1"]', 'always'],
    ['!Equals [!Ref P, !Ref P]', 'always'],
    ['!Equals [!Ref P, { Ref: P }]', 'always'],
    ['!Equals [!Ref P, !Ref Q]', 'either'],
    ['!Equals [!Ref Env, prod]', 'either'],
    ['!Equals [!Ref Env, test]', 'never'],
    ['!Equals [test, !Ref Env]', 'never'],
    ['!Equals [!Ref Env, !Ref Tier]', 'either'],
    ['!Equals [!Ref Env, !Ref Other]', 'never'],
    ['!Equals [!Ref P, !Ref Other]', 'either'],
    ['!Equals [!Ref Other, !Ref P]', 'either'],
    ['!Equals [!Ref List, a]', 'either'],
    ['!Equals [!Ref Image, b]', 'either'],
    ['!Equals [!Ref Yes, "true"]', 'either'],
    ['!Equals [!Ref Yes, "yes"]', 'never'],
    ['!Equals [!FindInMap [M, !Ref Env, size], large]', 'either'],
    ['!Equals [!FindInMap [M, !Ref Env, size], huge]', 'never'],
    ['!Equals [!FindInMap [M, dev, size], small]', 'always'],
    ['!Equals [!Join ["", [!Ref P, x]], small]', 'either'],
    ['!Equals [!Sub "${Env}!", "prod!"]', 'either'],
    ['!Equals [!Sub "${Env}!", prod]', 'never'],
    ['!Equals [!Split [",", "a,b"], a]', 'either'],
    ['!Equals [a]', 'either'],
    ['!Equals [a, a, a]', 'either'],
    ['!Equals a', 'either'],
    [`!And [${IS}, ${NOT}]`, 'never'],
    [`!And [${IS}, !Equals [!Ref P, b]]`, 'never'],
    [`!And [${IS}, !Equals [!Ref Q, b]]`, 'either'],
    ['!And []', 'either'],
    [`!Or [${IS}, ${NOT}]`, 'always'],
    ['!Or [!Equals [!Ref Env, dev], !Equals [!Ref Env, prod]]', 'always'],
    ['!Or [!Equals [!Ref P, dev], !Equals [!Ref P, prod]]', 'either'],
    ['!Or []', 'either'],
    ['!Not [!Equals [a, a]]', 'never'],
    ['!Not [!Equals [a, b]]', 'always'],
    [`!Not [${IS}, ${IS}]`, 'either'],
    ['!Not []', 'either'],
    [
      '!Or [!Equals [!Ref Many, v0], !Equals [!Ref Many, v1], !Equals [!Ref Many, v2], !Equals [!Ref Many, v3], !Equals [!Ref Many, v4]]',
      'always',
    ],
    ['!Or [!Equals [!Ref Many, v0], !Equals [!Ref Many, v1], !Equals [!Ref Many, v2], !Equals [!Ref Many, v3]]', 'either'],
    ['!And [!Equals [!Ref Many, v3], !Equals [!Ref Many, v4]]', 'never'],
    ['{ Condition: Gone }', 'either'],
    ['{ Condition: [C] }', 'either'],
    ['{ Condition: C }', 'either'],
    ['text', 'either'],
    ['~', 'impossible'],
    ['!Base64 a', 'either'],
    ['{ Fn::Contains: [[a, b], a] }', 'always'],
    ['{ Fn::Contains: [[a, b], c] }', 'never'],
    ['{ Fn::Contains: [[dev, prod], !Ref Env] }', 'always'],
    ['{ Fn::Contains: [[dev], !Ref Env] }', 'either'],
    ['{ Fn::Contains: [a, a] }', 'either'],
    ['{ Fn::Contains: [[a]] }', 'either'],
    ['{ Fn::Contains: [[a], a, a] }', 'either'],
  ])('%s is true: %s', (expression, expected) => expect(meaning(expression)).toBe(expected))

  test('compares with as many values as there are, each of which excludes the others', () => {
    const is = (i: number): string => `!Equals [!Ref P, v${i}]`
    const numbers = Array.from({ length: 14 }, (_, i) => i)
    const known = numbers.map((i) => `K${i}: ${is(i)}`).join(', ')
    for (const i of numbers) {
      for (const other of numbers.slice(i + 1)) expect(meaning(`!And [${is(i)}, ${is(other)}]`, known), `${i} and ${other}`).toBe('never')
      expect(meaning(`!And [${is(i)}, !Not [${is((i + 1) % 14)}]]`, known)).toBe('either')
    }
    expect(meaning(`!Or [${numbers.map(is).join(', ')}]`)).toBe('either')
  })
  test('that names another means the same', () => {
    expect(meaning('!And [Condition: D, !Not [Condition: D]]', `D: ${IS}`)).toBe('never')
    expect(meaning(`!Or [Condition: D, ${NOT}]`, `D: ${IS}`)).toBe('always')
    expect(meaning('!And [Condition: Gone, !Not [Condition: Gone]]')).toBe('never')
  })
  test('that is not understood is the same wherever it is written', () => {
    expect(meaning('!And [!Base64 a, !Not [!Base64 a]]')).toBe('never')
    expect(meaning('!And [!Base64 a, !Not [!Base64 b]]')).toBe('either')
    expect(meaning('!And [!Equals [!Ref P, !Ref Q], !Not [!Equals [!Ref Q, !Ref P]]]')).toBe('never')
  })
  test('in a chain of hundreds is not decided', () => {
    const chain = (length: number): string =>
      `${Array.from({ length }, (_, i) => `D${i}: !Not [!Not [Condition: D${i + 1}]]`).join(', ')}, D${length}: !Equals [a, a]`
    const always = (length: number): boolean => {
      const { logic } = templateOf(chain(length))
      return logic.named('D0', true).formula === TRUE && logic.named('D0', false).formula === FALSE
    }
    expect([always(50), always(200)]).toEqual([true, false])
    expect(canHold(templateOf(chain(200)).logic.named('D0', true))).toBe(false)
  })
  test('knows the Regions and parameters that are given', () => {
    const inEurope = '!Equals [!Ref AWS::Region, eu-central-1]'
    expect(meaning(inEurope)).toBe('either')
    expect(meaning(inEurope, '', '', { regions: ['eu-central-1'] })).toBe('always')
    expect(meaning(inEurope, '', '', { regions: ['us-east-1'] })).toBe('never')
    expect(meaning(inEurope, '', '', { regions: ['eu-central-1', 'us-east-1'] })).toBe('either')
    expect(meaning('!Equals [!Ref AWS::StackName, x]', '', '', { regions: ['us-east-1'] })).toBe('either')
    expect(meaning('!Equals [!Ref P, a]', '', '', { parameters: { P: 'a' } })).toBe('always')
    expect(meaning('!Equals [!Ref P, a]', '', '', { parameters: { P: 'b' } })).toBe('never')
  })
})

describe('the section Rules', () => {
  const rule = (body: string): string => `Rules: { R: { ${body} } }`
  test.each([
    ['Assertions: [{ Assert: !Equals [!Ref P, a] }]', 'always'],
    ['Assertions: [{ Assert: !Equals [!Ref P, b] }]', 'never'],
    ['Assertions: [{ Assert: !Equals [!Ref Q, b] }]', 'either'],
    ['Assertions: [{ Assert: !Equals [!Ref Q, b] }, { Assert: !Equals [!Ref P, a] }]', 'always'],
    ['RuleCondition: !Equals [!Ref Env, prod], Assertions: [{ Assert: !Equals [!Ref P, a] }]', 'either'],
    ['RuleCondition: !Equals [a, a], Assertions: [{ Assert: !Equals [!Ref P, a] }]', 'always'],
    ['RuleCondition: !Equals [a, b], Assertions: [{ Assert: !Equals [!Ref P, a] }]', 'either'],
    ['Assertions: [{ Assert: { Fn::Contains: [[b, c], !Ref P] } }]', 'never'],
    ['Assertions: [{ Assert: !Equals [a, b] }]', 'either'],
    ['Assertions: [{ AssertDescription: text }]', 'either'],
    ['Assertions: text', 'either'],
    ['Assertions: [text]', 'either'],
    ['RuleCondition: !Equals [!Ref P, a]', 'either'],
  ])('%s: "P is a" is true %s', (body, expected) => expect(meaning(IS, '', rule(body))).toBe(expected))

  test('takes what rules say together, and nothing from rules that contradict each other', () => {
    const rules = (...assertions: string[]): string =>
      `Rules: { ${assertions.map((one, i) => `R${i}: { Assertions: [{ Assert: ${one} }] }`).join(', ')} }`
    expect(meaning(IS, '', rules('!Equals [!Ref Q, b]', IS))).toBe('always')
    expect(meaning(IS, '', rules(IS, NOT))).toBe('always')
  })
  test('a rule with a condition binds what stands under it', () => {
    const template = templateOf(
      `Is: ${IS}, Prod: !Equals [!Ref Env, prod]`,
      rule('RuleCondition: !Equals [!Ref Env, prod], Assertions: [{ Assert: !Equals [!Ref P, a] }]'),
    )
    const { logic } = template
    const named = (name: string, is: boolean) => logic.named(name, is)
    expect(logic.implies(named('Prod', true), named('Is', true))).toBe(true)
    expect(logic.implies(named('Is', true), named('Prod', true))).toBe(false)
    expect(canHold(both(named('Prod', true), named('Is', false)))).toBe(false)
    expect(canHold(both(named('Prod', false), named('Is', false)))).toBe(true)
  })
})

describe('the value of an expression', () => {
  const template = templateOf(`X: [!Ref P, text, !Join ['', [!Ref P, x]]], Is: ${IS}`)
  const [ref, text, join] = [0, 1, 2].map((i) => at(template.root, 'Conditions', 'X', i) as Node) as [Node, Node, Node]
  const { logic } = template
  const holds = canHold
  test('of a literal is itself and nothing else', () => {
    expect([holds(logic.choiceOf(text)('text')), holds(logic.choiceOf(text)('other'))]).toEqual([true, false])
    expect([holds(logic.isNot(text, ['text'])), holds(logic.isNot(text, ['other'])), holds(logic.isNot(text, []))]).toEqual([
      false,
      true,
      true,
    ])
  })
  test('of another can be any, one at a time, and the same as in conditions', () => {
    for (const node of [ref, join]) {
      const is = logic.choiceOf(node)
      expect([holds(is('a')), holds(both(is('a'), is('b'))), holds(both(is('a'), logic.isNot(node, ['a'])))]).toEqual([true, false, false])
      expect([holds(logic.isNot(node, ['a', 'b'])), holds(both(is('c'), logic.isNot(node, ['a', 'b'])))]).toEqual([true, true])
      expect(holds(both(is('b'), logic.isNot(node, ['a', 'b'])))).toBe(false)
    }
    expect(logic.implies(logic.named('Is', true), logic.choiceOf(ref)('a'))).toBe(true)
    expect(holds(both(logic.named('Is', true), logic.choiceOf(ref)('b')))).toBe(false)
  })
})
