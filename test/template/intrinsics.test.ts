/** How function calls are read off the tree. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Node } from '../../src/source/tree.ts'
import { attributeOf, type Call, callOf, editable, isStray, nounOf, subOf, subVariables } from '../../src/template/intrinsics.ts'

const nodeOf = (value: string): Node => at(parseSource(`x: ${value}\n`, 'template.yaml').root, 'x') as Node
const called = (value: string): Call => callOf(nodeOf(value)) as Call

describe('callOf', () => {
  test.each([
    ['!Ref A', 'Ref'],
    ['{ Ref: A }', 'Ref'],
    ['{ Fn::Sub: A }', 'Fn::Sub'],
    ['{ Fn::Anything: A }', 'Fn::Anything'],
    ['!Cidr [10.0.0.0/16, 1, 8]', 'Fn::Cidr'],
    ['!Nothing A', 'Fn::Nothing'],
    ['!2 A', '!2'],
  ])('%s calls %s', (value, name) => expect(callOf(nodeOf(value))?.name).toBe(name))

  test.each(['{ Ref: A, Fn::Sub: B }', '{}', '[Ref, A]', 'Ref', '{ ref: A }', '{ A!: B }', '{ AFn::: B }', '{ Condition: A }'])(
    '%s is data',
    (value) => expect(callOf(nodeOf(value))).toBeUndefined(),
  )
})

describe('attributeOf', () => {
  test.each([
    ['!GetAtt A.Arn', 'A', 'Arn'],
    ['!GetAtt A.Endpoint.Port', 'A', 'Endpoint.Port'],
    ['!GetAtt [A, Arn]', 'A', 'Arn'],
    ['!GetAtt [A, Endpoint, Port]', 'A', 'Endpoint.Port'],
    ['{ Fn::GetAtt: A.Arn }', 'A', 'Arn'],
    ['!GetAtt A', 'A', undefined],
    ['!GetAtt .Arn', '', 'Arn'],
    ['!GetAtt [A, !Ref Attribute]', 'A', undefined],
    ['!GetAtt [A, Outputs, !Ref Attribute]', 'A', undefined],
  ])('%s is of %s: %s', (value, target, attribute) => {
    expect(attributeOf(called(value))).toMatchObject({ target, attribute })
  })

  test.each(['!GetAtt [A]', '!GetAtt []', '!GetAtt [!Ref A, Arn]', '{ Fn::GetAtt: { A: Arn } }'])('%s has none', (value) =>
    expect(attributeOf(called(value))).toBeUndefined(),
  )
})

describe('subOf', () => {
  test.each([
    ['!Sub "${A}"', '${A}', undefined],
    ['!Sub ["${A}", { A: 1 }]', '${A}', 1],
    ['!Sub ["${A}"]', '${A}', undefined],
    ['!Sub ["${A}", [A, B]]', '${A}', undefined],
  ])('%s', (value, text, variables) => {
    const sub = subOf(called(value))
    expect([sub?.text.text, sub?.variables?.entries.length]).toEqual([text, variables])
  })

  test.each(['!Sub [!Ref A, { A: 1 }]', '!Sub []', '{ Fn::Sub: { A: 1 } }'])('%s is no such call', (value) =>
    expect(subOf(called(value))).toBeUndefined(),
  )

  test('finds each variable with where it stands', () => {
    expect(subVariables('a${ A }${!B}${C.D}${}${E')).toEqual([
      { name: 'A', start: 1, end: 7 },
      { name: 'C.D', start: 12, end: 18 },
    ])
  })
})

test.each([
  ['{ a: 1 }', 'a map'],
  ['[]', 'a list'],
  ['~', 'null'],
  ['""', 'an empty text'],
  ['"1"', 'a text'],
  ['1', 'a number'],
  ['true', 'a boolean'],
  ['!Sub a', 'the function Fn::Sub'],
])('%s is called %s', (value, noun) => expect(nounOf(nodeOf(value))).toBe(noun))

test.each([
  ['!Sub "a${B}"', 'a${B}'],
  ['!Sub ["a${B}", { B: b }]', 'a${B}'],
  ['!Sub [!Ref A]', undefined],
  ['!GetAtt A.Arn', 'A.Arn'],
  ['!GetAtt [A, Arn]', 'A'],
  ['!GetAtt [!Ref A, Arn]', undefined],
  ['!Ref A', 'A'],
  ['!ImportValue a', 'a'],
  ['!Join ["", [a]]', undefined],
  ['text', 'text'],
  ['{ a: 1 }', undefined],
])('to be edited of %s is %s', (value, expected) => {
  const node = nodeOf(value)
  const found = editable(node)
  expect(found.kind === 'scalar' ? found.text : found === node ? undefined : 'another').toBe(expected)
})

test.each([
  ['{ Ref: A }', false],
  ['!Sub a', false],
  ['{ Fn::ForEach::L: [] }', false],
  ['{ Fn::ForEach: [] }', false],
  ['{ Fn::Nothing: a }', true],
  ['!Nothing a', true],
  ['{ Ref: A, b: 1 }', true],
  ['{ Fn:Sub: a }', true],
  ['{ Ref:A: b }', true],
  ['{ a: 1, Fn::If: [] }', true],
  ['{ a: 1, Fn::Transform: {} }', false],
  ['{ a: 1, Fn::ForEach::L: [] }', false],
  ['{ Reference: a }', false],
  ['{ a: 1 }', false],
  ['{}', false],
  ['!Condition a', true],
])('%s was meant as a function and is none: %s', (value, expected) => {
  const node = nodeOf(value)
  expect(node.kind === 'mapping' && isStray(node)).toBe(expected)
})
