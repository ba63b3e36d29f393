/** What differs from a schema, shape by shape, and the exact words and places for it. */
import { describe, expect, test } from 'vitest'
import type { SchemaSource, TypeSchema } from '../../src/schema/format.ts'
import { SCHEMA_MESSAGES } from '../../src/schema/problems.ts'
import { schemaProblems } from '../../src/schema/validate.ts'
import { parseSource } from '../../src/source/source.ts'
import { spanOf } from '../../src/source/tree.ts'
import { Template } from '../../src/template/template.ts'

const TYPE: TypeSchema = {
  p: {
    S: 's',
    N: { t: 'n', min: 1 },
    Most: { t: 'n', max: 5 },
    I: 'i',
    Fixed: { t: 'i', enum: [1, 3, 5] },
    B: 'b',
    J: 'j',
    Short: { t: 's', max: 3 },
    Exact: { t: 's', min: 2, max: 2 },
    Between: { t: 's', min: 2, max: 4 },
    Word: { t: 's', pattern: '^[a-z]+$' },
    Broken: { t: 's', pattern: '(' },
    Enum: { t: 's', enum: ['eins', 'zwei', 'drei'] },
    Flag: { t: 's', enum: ['true', 'false'] },
    L: { t: 'l', of: 's' },
    One: { t: 'l', of: 's', max: 1 },
    Two: { t: 'l', of: 'i', min: 2 },
    Unique: { t: 'l', of: '*', unique: true },
    M: { t: 'm', of: 's' },
    O: '#O',
    Named: '#Named',
    Empty: '#Empty',
    Left: '#Left',
    Gone: '#Gone',
    U: { t: 'u', of: ['#O', 'i'] },
    UU: { t: 'u', of: ['#O', '#P'] },
    UL: { t: 'u', of: [{ t: 'l', of: 'i' }, 's'] },
    C: { t: 'c', by: 'Kind', of: { a: '#O', b: '#P' } },
  },
  r: ['S'],
  a: { Arn: 's', List: 'l' },
  d: {
    O: { p: { X: 'i', In: '#P', Kind: 's' }, r: ['X'] },
    P: { p: { Y: 's', Kind: 's' }, r: ['Y'] },
    Named: { name: 'a thing', p: { X: 'i' }, r: ['X'] },
    Empty: { p: {} },
    Left: { p: { X: 's' }, left: ['Other'], old: ['X'] },
  },
}
const schemas: SchemaSource = { type: (name) => (name === 'A::B::C' ? TYPE : undefined), names: () => ['A::B::C'] }
const PARAMETERS =
  'Parameters: {Free: {Type: String}, P: {Type: String, Default: abcd}, Names: {Type: CommaDelimitedList, Default: "a,b"}, Ten: {Type: Number, AllowedValues: [0, 10]}}\nConditions: {Never: !Equals [a, b], Is: !Equals [!Ref P, a]}\n'

/** The problems of a resource with these properties, each with the text at its place where that is asked for. */
function problems(properties: string, withPlaces = false): string[] {
  const source = parseSource(`Resources:\n  R:\n    Type: A::B::C\n    Properties: { ${properties} }\n${PARAMETERS}`, 'a.yaml')
  if (source.root?.kind !== 'mapping') throw new Error('no template')
  const template = new Template(source, source.root, 'cloudformation', { schemas })
  const resource = template.resources.get('R')
  if (!resource) throw new Error('no resource')
  const found = schemaProblems(resource).map(({ kind, message, data, place }) => {
    const text = (SCHEMA_MESSAGES[kind] as Readonly<Record<string, string>>)[message] as string
    const span = 'span' in place && place.span ? place.span : spanOf('node' in place ? place.node : place)
    const said = `${text.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name]))}`
    return withPlaces ? `${source.text.slice(span.start, span.end)}: ${said}` : said
  })
  return [...new Set(found)]
}
const more = (properties: string): string[] => problems(`S: s, ${properties}`)

describe('is right', () => {
  test.each([
    'N: 1',
    'N: "2.5"',
    'Most: 5',
    'Most: -1',
    'I: -3',
    'Fixed: 3',
    'Fixed: "5"',
    'B: FALSE',
    'J: text',
    'J: {a: [1]}',
    'J: !GetAtt R.Arn',
    'Short: abc',
    'Short: äöü',
    'Exact: ab',
    'Between: abcd',
    'Word: abc',
    'Word: "${TOKEN}"',
    'Word: "<name>"',
    'I: "{{count}}"',
    'Broken: anything',
    'Enum: zwei',
    'Enum: !Ref Free',
    'Flag: yes',
    'Flag: "true"',
    'L: []',
    'L: [a, a]',
    'One: [a]',
    'One: [!If [Is, a, !Ref AWS::NoValue], !If [Is, !Ref AWS::NoValue, b]]',
    'Two: [1, 2]',
    'Two: [1, {Fn::Transform: {Name: M}}]',
    'Unique: [a, b, {a: 1}, {a: 1}]',
    'Unique: [!If [Is, a, b], !If [Is, b, a]]',
    'Unique: [!GetAtt R.Arn, !GetAtt R.Other]',
    'M: {a: b}',
    'M: {a: !Ref AWS::NoValue}',
    'M: {Fn::If: [Is, {a: b}, {}]}',
    'O: {X: 1, In: {Y: s}}',
    'O: !Ref AWS::NoValue',
    'O: ~',
    'S: ~',
    'O: !Undefined x',
    'Left: {Other: 1}',
    'Gone: {Anything: 1}',
    'U: 5',
    'U: {X: 1}',
    'UU: {Y: s}',
    'O: !GetAtt R.Arn',
    'L: !GetAtt R.List',
    'S: !GetAtt R.Arn',
    'UL: [1]',
    'UL: text',
    'UL: !Split [",", !Ref Free]',
    'C: {Kind: a, X: 1}',
    'C: {Kind: nothing, Whatever: 1}',
    'C: {Kind: !Ref P, Whatever: 1}',
    'C: {X: text}',
    'C: {Kind: toString, X: text}',
  ])('%s', (properties) => expect(more(properties)).toEqual([]))
  test('a resource whose properties are made by a function or a macro', () => {
    for (const made of ['Fn::Transform: {Name: M}', 'Fn::Transform: {Name: M}, S: s']) expect(problems(made)).toEqual([])
  })
})

describe('is wrong', () => {
  test.each([
    ['N: 0', ['N is 0; it must be at least 1.']],
    ['Most: 6', ['Most is 6; it must be at most 5.']],
    ['I: 1.5', ['I is "1.5"; it must be a whole number.']],
    ['I: ""', ['I is empty; it must be a whole number.']],
    ['N: ten', ['N is "ten"; it must be a number.']],
    ['N: {a: 1}', ['N is a map; it must be a number.']],
    ['N: !Ref Ten', ['N is 0; it must be at least 1.']],
    ['Fixed: 2', ['Fixed is 2; it must be 1, 3 or 5.']],
    ['B: untrue', ['B is "untrue"; it must be true or false.']],
    ['Foo: Is', ['"Foo" is no property of A::B::C; remove it or use one of S, N, Most, I, Fixed, B, J and 21 others.']],
    ['B: maybe', ['B is "maybe"; it must be true or false.']],
    ['B: [true]', ['B is a list; it must be true or false.']],
    ['J: !GetAtt R.List', ['J is what Fn::GetAtt gives, a list; it must be a map or a JSON string.']],
    ['J: !Split [",", a]', ['J is a list; it must be a map or a JSON string.']],
    ['Short: abcd', ['Short has 4 characters; it must have at most 3 characters.']],
    ['Short: !Ref P', ['Short has 4 characters; it must have at most 3 characters.']],
    ['Exact: a', ['Exact has 1 character; it must have exactly 2 characters.']],
    ['Between: a', ['Between has 1 character; it must have 2 to 4 characters.']],
    ['Word: ABC', ['Word is "ABC"; it must match the pattern ^[a-z]+$.']],
    ['Enum: zwie', ['Enum is "zwie"; did you mean "zwei"? Allowed is zwei, eins or drei.']],
    ['Enum: EINS', ['Enum is "EINS"; did you mean "eins"? Allowed is eins, zwei or drei.']],
    ['Enum: hundred', ['Enum is "hundred"; it must be eins, zwei or drei.']],
    ['L: text', ['L is "text"; it must be a list.']],
    ['L: ""', ['L is an empty text; it must be a list.']],
    ['L: [[a]]', ['L is a list; it must be a string.']],
    ['L: !GetAtt R.Arn', ['L is what Fn::GetAtt gives, a string; it must be a list.']],
    ['One: [a, b]', ['One has 2 items; it must have at most 1 item.']],
    ['One: !Ref Names', ['One has 2 items; it must have at most 1 item.']],
    ['Two: [1]', ['Two has 1 item; it must have at least 2 items.']],
    ['Two: [1, x]', ['Two is "x"; it must be a whole number.']],
    ['Unique: [a, b, a]', ['Unique holds "a" twice; each item must be different.']],
    ['Unique: [!GetAtt R.Arn, !GetAtt R.Arn]', ['Unique holds the same Fn::GetAtt twice; each item must be different.']],
    ['M: [a]', ['M is a list; it must be a map.']],
    ['M: {a: [b]}', ['a is a list; it must be a string.']],
    ['O: 5', ['O is "5"; it must be a map.']],
    ['O: {X: 1, In: {}}', ['O.In of A::B::C needs Y, which is not set.']],
    ['O: {X: 1, In: {Y: s, Z: 1}}', ['"Z" is no property of O.In of A::B::C; remove it or use one of Y and Kind.']],
    ['Named: {}', ['a thing needs X, which is not set.']],
    ['Empty: {a: 1}', ['"a" is no property of Empty of A::B::C, which has none; remove it.']],
    ['Left: {More: 1}', ['"More" is no property of Left of A::B::C; remove it or use one of X.']],
    ['Left: {X: x}', ['X of Left of A::B::C is deprecated; use what its documentation names instead.']],
    ['U: text', ['U is "text"; it must be a map or a whole number.']],
    ['U: {X: text}', ['X is "text"; it must be a whole number.']],
    ['U: [a]', ['U is a list; it must be a map or a whole number.']],
    ['UU: {}', []],
    ['UU: text', ['UU is "text"; it must be a map.']],
    ['UU: !Sub "${R}"', ['UU is what Fn::Sub gives, a string; it must be a map.']],
    ['UL: [x]', ['UL is "x"; it must be a whole number.']],
    ['UL: {a: 1}', ['UL is a map; it must be a list or a string.']],
    ['C: text', ['C is "text"; it must be a map.']],
    ['C: {Kind: a}', expect.arrayContaining(['C of A::B::C needs X, which is not set.'])],
    ['C: !Ref R', ['C is what Ref gives, a string; it must be a map.']],
    ['M: !Ref R', ['M is what Ref gives, a string; it must be a map.']],
    ['O: !Ref Names', ['O is what Ref gives, a list; it must be a map.']],
    ['S: !Ref Names', ['S is what Ref gives, a list; it must be a string.']],
    ['Condition: Is', []],
    ['Condition: Isnt', ['"Condition" is no property of A::B::C; remove it or use one of S, N, Most, I, Fixed, B, J and 21 others.']],
    ['toString: 1', [expect.stringContaining('"toString" is no property of A::B::C')]],
    ['List: 1', [expect.stringContaining('List is set by A::B::C itself')]],
  ])('%s: %j', (properties, expected) => expect(more(properties)).toEqual(expected))
  test('a required property that is missing, where the properties begin or the resource', () => {
    expect(problems('')).toEqual(['A::B::C needs S, which is not set.'])
    expect(problems('S: !Ref AWS::NoValue')).toEqual(['A::B::C needs S, which is not set.'])
  })
  test.each([
    ['S: s, N: 0', '0: N is 0; it must be at least 1.'],
    ['S: s, Short: !Ref P', 'abcd: Short has 4 characters; it must have at most 3 characters.'],
    ['S: !Ref Names', '!Ref: S is what Ref gives, a list; it must be a string.'],
    ['S: [a]', 'S: S is a list; it must be a string.'],
    ['S: s, O: {X: 1, Extra: 2}', 'Extra: "Extra" is no property of O of A::B::C; remove it or use one of X, In and Kind.'],
    ['S: s, One: !Ref Names', '"a,b": One has 2 items; it must have at most 1 item.'],
    ['S: !Ref AWS::NoValue', 'AWS::NoValue: A::B::C needs S, which is not set.'],
    ['', 'Properties: A::B::C needs S, which is not set.'],
  ])('%s, where it is to be mended', (properties, expected) => expect(problems(properties, true)).toEqual([expected]))
})
