/** How `Fn::ForEach` is written out, and what is left as it is. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, type Node, pathOf, spanOf, walk } from '../../src/source/tree.ts'
import { expandLoops } from '../../src/template/loops.ts'

const rootOf = (text: string): Mapping => parseSource(text, 'template.yaml').root as Mapping

function plain(node: Node | undefined): unknown {
  if (node === undefined) return undefined
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map(plain)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
}

/** What becomes of a section that holds a loop. */
const loopOf = (loop: string, more = ''): unknown => plain(at(expandLoops(rootOf(`${more}\nX: { Fn::ForEach::L: ${loop} }\n`)), 'X'))

describe('is written out', () => {
  test('for each item, in keys and in values', () => {
    expect(loopOf('[N, [a, b], { "K${N}": { V: !Ref N, W: "<${N}>", Z: [!Sub "${N}-${Other}"] }, "L${N}": same }]')).toEqual({
      Ka: { V: 'a', W: '<a>', Z: [{ 'Fn::Sub': 'a-${Other}' }] },
      La: 'same',
      Kb: { V: 'b', W: '<b>', Z: [{ 'Fn::Sub': 'b-${Other}' }] },
      Lb: 'same',
    })
  })
  test('with &{} as the letters and digits of the item', () =>
    expect(loopOf('[N, [10.0-1, x_y], { "K&{N}": "${N}" }]')).toEqual({ K1001: '10.0-1', Kxy: 'x_y' }))
  test('within another, whose name the inner one may use', () =>
    expect(loopOf('[A, [x, y], { "Fn::ForEach::In": [B, ["1", "${A}2"], { "K${A}${B}": !Ref A }] }]')).toEqual({
      Kx1: 'x',
      Kxx2: 'x',
      Ky1: 'y',
      Kyy2: 'y',
    }))
  test('beside what is there already, and only the names of loops are replaced', () =>
    expect(plain(expandLoops(rootOf('A: "${N}"\nFn::ForEach::L: [N, [a], { "K${N}": !Ref Other }]\nB: !Ref N\n')))).toEqual({
      A: '${N}',
      Ka: { Ref: 'Other' },
      B: { Ref: 'N' },
    }))
  test('in a list, too', () =>
    expect(plain(expandLoops(rootOf('A: [{ Fn::ForEach::L: [N, [a], { "K${N}": 1 }] }]')))).toEqual({ A: [{ Ka: 1 }] }))

  const PARAMETERS = `
Parameters:
  Names: { Type: CommaDelimitedList, Default: 'a, b' }
  Empty: { Type: CommaDelimitedList }
  Text: { Type: String, Default: a }
  Stored: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: /names }`
  const body = '{ "K${N}": 1 }'
  test('over the default of a list', () => expect(loopOf(`[N, !Ref Names, ${body}]`, PARAMETERS)).toEqual({ Ka: 1, Kb: 1 }))
  test('over such lists within a list', () => expect(loopOf(`[N, [x, !Ref Names], ${body}]`, PARAMETERS)).toEqual({ Kx: 1, Ka: 1, Kb: 1 }))
  test.each(['Empty', 'Text', 'Stored', 'Nothing'])('not over %s', (name) => {
    expect(loopOf(`[N, !Ref ${name}, ${body}]`, PARAMETERS)).toEqual({ 'Fn::ForEach::L': ['N', { Ref: name }, { 'K${N}': 1 }] })
    expect(loopOf(`[N, [x, !Ref ${name}], ${body}]`, PARAMETERS)).toEqual({ 'Fn::ForEach::L': ['N', ['x', { Ref: name }], { 'K${N}': 1 }] })
  })
})

describe('stays as it is', () => {
  test.each([
    ['no list', 'text'],
    ['two items', '[N, [a]]'],
    ['four items', '[N, [a], { "K${N}": 1 }, 4]'],
    ['a name that is none', '[[N], [a], { "K${N}": 1 }]'],
    ['a body that is no map', '[N, [a], "K${N}"]'],
    ['items that are no list', '[N, a, { "K${N}": 1 }]'],
    ['items from a function', '[N, !Split [",", !Ref P], { "K${N}": 1 }]'],
    ['an item from a function', '[N, [a, !Sub "${P}"], { "K${N}": 1 }]'],
    ['an item that is a map', '[N, [a, { b: c }], { "K${N}": 1 }]'],
    ['an item that is a list', '[N, [a, [b]], { "K${N}": 1 }]'],
  ])('%s', (_, loop) => {
    const root = rootOf(`X: { Fn::ForEach::L: ${loop} }`)
    expect(plain(expandLoops(root))).toEqual(plain(root))
  })
  test('what would be too many copies', () => {
    const items = (count: number): string => `[${Array.from({ length: count }, (_, i) => `i${i}`).join(', ')}]`
    expect(Object.keys(loopOf(`[N, ${items(2000)}, { "K\${N}": 1 }]`) as object)).toHaveLength(2000)
    expect(Object.keys(loopOf(`[N, ${items(2001)}, { "K\${N}": 1 }]`) as object)).toEqual(['Fn::ForEach::L'])
  })
  test('a template without loops is not copied', () => {
    const root = rootOf('A: { B: [1] }')
    expect(expandLoops(root)).toBe(root)
  })
})

test('copies stand where they were written, and know what they are in', () => {
  const root = expandLoops(rootOf('X:\n  Fn::ForEach::L:\n    - N\n    - [a, b]\n    - K${N}: [ "v${N}", !Ref N ]\n'))
  expect([...walk(root)].filter(({ kind }) => kind === 'scalar').map(pathOf)).toEqual(['X/Ka/0', 'X/Ka/1', 'X/Kb/0', 'X/Kb/1'])
  expect(spanOf(at(root, 'X', 'Ka', 0) as Node)).toEqual(spanOf(at(root, 'X', 'Kb', 0) as Node))
})
