/** The ready-made checks, on values that are known, unknown, absent and conditional. */
import { describe, expect, test } from 'vitest'
import type { Check } from '../src/core.ts'
import { core } from './support/built.ts'

const { count, distinct, exclusive, length, matches, onlyWith, oneOf, range, requires, requiresOneOf } = core

/** What a check finds in a resource with these properties, written as YAML: `line message (when …)`. */
function found(check: Check, properties: string, type = 'AWS::Test::Thing'): string[] {
  const rule = core.defineRule({
    id: 'test/check',
    title: 'A test',
    severity: 'error',
    on: ['AWS::Test::Thing'],
    why: 'It is a test.',
    fix: 'Nothing.',
    sources: [{ url: 'https://example.com', fact: 'Nothing.' }],
    check,
  })
  const rules = { manifest: [{ id: rule.id, severity: rule.severity, on: rule.on, chunk: 'test' }], load: () => [rule] }
  const text = `${HEAD}  Thing:\n    Type: ${type}\n    Properties:\n${properties.replace(/^/gm, '      ')}\n`
  const { findings, failures, source } = core.lint(text, 'a.yaml', { rules })
  expect(failures).toEqual([])
  expect(source.problems).toEqual([])
  const first = `${HEAD}  Thing:\n    Type: x\n    Properties:\n`.split('\n').length - 1
  return findings.map(({ span, message, when }) => {
    const line = source.lines.position(span.start).line - first
    return `${line > 0 ? line : 'above'} ${message}${when ? ` (when ${when})` : ''}`
  })
}

const HEAD = `Parameters:
  Opaque: { Type: String }
  Small: { Type: Number, Default: 1 }
  Stage: { Type: String, AllowedValues: [dev, prod] }
Mappings:
  Sizes:
    dev: { size: 1 }
    prod: { size: 500 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [!Ref Stage, dev]
  Other: !Equals [!Ref Opaque, x]
Resources:
`

/** Values of which nothing can be said. */
const UNKNOWN = ['!Ref Opaque', '!GetAtt Thing.Size', '!ImportValue x', "'{{resolve:ssm:x}}'", '!Sub "${Opaque}"', '!Ref AWS::Region']

describe('range', () => {
  const check = range('Size', { min: 10, max: 20, unit: 'MB' })
  const says = (value: string): string => `Size is ${value} MB; it must be 10 MB to 20 MB.`

  test.each(['10', '20', '15.5', "'12'", '1.2e+1'])('allows %s', (value) => expect(found(check, `Size: ${value}`)).toEqual([]))
  test.each([
    ['9', '9'],
    ['21', '21'],
    ["'9'", '9'],
    ['-1', '-1'],
    ['9.99', '9.99'],
  ])('finds %s', (value, said) => expect(found(check, `Size: ${value}`)).toEqual([`1 ${says(said)}`]))
  test.each([...UNKNOWN, 'large', '[1]', '{ a: 1 }', '!Ref AWS::NoValue'])('is silent about %s', (value) =>
    expect(found(check, `Size: ${value}`)).toEqual([]),
  )
  test('is silent about what is not set', () => expect(found(check, 'Other: 1')).toEqual([]))

  test('finds each case of a condition', () => {
    expect(found(check, 'Size: !If [IsProd, 5, 15]')).toEqual([`1 ${says('5')} (when IsProd is true)`])
    expect(found(check, 'Size: !If [IsProd, 15, !If [IsDev, 15, 5]]')).toEqual([])
    expect(found(check, 'Size: !If [Other, 5, 25]')).toEqual([
      `1 ${says('5')} (when Other is true)`,
      `1 ${says('25')} (when Other is false)`,
    ])
  })
  test('finds the default of a parameter, and the leaves of a mapping, where they are written', () => {
    expect(found(check, 'Size: !Ref Small')).toEqual([`above ${says('1')}`])
    expect(found(check, 'Size: !FindInMap [Sizes, !Ref Stage, size]')).toEqual([`above ${says('1')}`, `above ${says('500')}`])
  })
  test('of one side only', () => {
    expect(found(range('Size', { min: 1 }), 'Size: 0')).toEqual(['1 Size is 0; it must be at least 1.'])
    expect(found(range('Size', { max: 1 }), 'Size: 2')).toEqual(['1 Size is 2; it must be at most 1.'])
  })
  test('of every item of a list', () => {
    const nested = range('List.*.Size', { max: 1 })
    expect(found(nested, 'List:\n  - Size: 2\n  - !If [IsProd, { Size: 3 }, !Ref AWS::NoValue]\n  - Size: !Ref Opaque')).toEqual([
      '2 Size is 2; it must be at most 1.',
      '3 Size is 3; it must be at most 1. (when IsProd is true)',
    ])
  })
})

describe('length, oneOf and matches', () => {
  test('length counts characters', () => {
    const check = length('Name', { min: 2, max: 3 })
    expect(found(check, 'Name: abcd')).toEqual(['1 Name has 4 characters; it must have 2 to 3.'])
    expect(found(check, 'Name: 😀😀😀')).toEqual([])
    expect(found(check, "Name: ''")).toEqual(['1 Name has 0 characters; it must have 2 to 3.'])
    for (const value of UNKNOWN) expect(found(check, `Name: ${value}`), value).toEqual([])
  })
  test('length of what a function makes', () => {
    expect(found(length('Name', { max: 5 }), 'Name: !Sub "${Stage}-x"')).toEqual(['1 Name has 6 characters; it must have at most 5.'])
  })
  test('oneOf', () => {
    const check = oneOf('Mode', ['on', 'off'])
    expect(found(check, 'Mode: "on"')).toEqual([])
    expect(found(check, 'Mode: "On"')).toEqual(['1 Mode is "On"; it must be on or off.'])
    for (const value of UNKNOWN) expect(found(check, `Mode: ${value}`), value).toEqual([])
  })
  test('matches', () => {
    const check = matches('Name', /^[a-z]+$/, 'have lower-case letters only')
    expect(found(check, 'Name: a1')).toEqual(['1 Name is "a1"; it must have lower-case letters only.'])
    expect(found(check, 'Name: !Sub "${Opaque}1"')).toEqual([])
    expect(found(check, 'Name: !Join ["", [a, "1"]]')).toEqual(['1 Name is "a1"; it must have lower-case letters only.'])
  })
})

describe('count', () => {
  const check = count('Items', { min: 1, max: 2, noun: 'items' })
  test('of a plain list', () => {
    expect(found(check, 'Items: [a, b]')).toEqual([])
    expect(found(check, 'Items: [a, b, c]')).toEqual(['1 Items has 3 items; it must have 1 to 2.'])
    expect(found(check, 'Items: []')).toEqual(['1 Items has 0 items; it must have 1 to 2.'])
  })
  test('of a list that conditions decide', () => {
    const item = (condition: string): string => `!If [${condition}, x, !Ref AWS::NoValue]`
    expect(found(check, `Items: [a, ${item('IsProd')}, ${item('IsDev')}]`)).toEqual([])
    expect(found(check, `Items: [a, ${item('IsProd')}, ${item('Other')}]`)).toEqual([
      '1 Items has 3 items; it must have 1 to 2. (when IsProd is true and Other is true)',
    ])
    expect(found(check, `Items: [${item('IsProd')}, ${item('IsDev')}]`)).toEqual([])
    expect(found(check, `Items: [${item('IsProd')}]`)).toEqual(['1 Items has 0 items; it must have 1 to 2. (when IsProd is false)'])
  })
  test.each(['!Ref Opaque', '!Split [",", !Ref Opaque]', '!GetAZs ""'])('of %s is unknown', (value) =>
    expect(found(check, `Items: ${value}`)).toEqual([]),
  )
})

describe('exclusive', () => {
  const check = exclusive('One', 'Two')
  const says = 'One and Two exclude each other; keep one of them.'
  test('finds both, known or not', () => {
    expect(found(check, 'One: 1\nTwo: 2')).toEqual([`2 ${says}`])
    expect(found(check, 'One: !Ref Opaque\nTwo: !GetAtt Thing.Arn')).toEqual([`2 ${says}`])
    expect(found(check, 'One: 1\nTwo: !Ref AWS::NoValue')).toEqual([])
    expect(found(check, 'One: 1')).toEqual([])
  })
  test('knows which conditions exclude each other', () => {
    const either = (condition: string): string => `!If [${condition}, 1, !Ref AWS::NoValue]`
    expect(found(check, `One: ${either('IsProd')}\nTwo: ${either('IsDev')}`)).toEqual([])
    expect(found(check, `One: ${either('IsProd')}\nTwo: ${either('Other')}`)).toEqual([`2 ${says} (when IsProd is true and Other is true)`])
  })
  test('is silent where it is unknown whether anything is set', () => {
    expect(found(check, 'One: 1\nFn::Transform: { Name: AWS::Include, Parameters: { Location: x } }')).toEqual([])
    expect(found(exclusive('Box.One', 'Box.Two'), 'Box: !GetAtt Thing.Box')).toEqual([])
    expect(found(exclusive('Box.One', 'Box.Two'), 'Box: !If [Other, !GetAtt Thing.Box, { One: 1, Two: 2 }]')).toEqual([
      '1 Box.One and Box.Two exclude each other; keep one of them. (when Other is false)',
    ])
  })
})

describe('requires and onlyWith', () => {
  const check = requires('One', 'Two', 'Three')
  const says = (name: string): string => `One needs ${name}, which is not set.`
  test('finds what is missing', () => {
    expect(found(check, 'One: 1')).toEqual([`1 ${says('Three')}`, `1 ${says('Two')}`])
    expect(found(check, 'One: !Ref Opaque\nTwo: 2\nThree: !Ref AWS::NoValue')).toEqual([`1 ${says('Three')}`])
    expect(found(check, 'One: 1\nTwo: !Ref Opaque\nThree: 3')).toEqual([])
    expect(found(check, 'Two: 1')).toEqual([])
  })
  test('under the conditions of both', () => {
    expect(found(check, 'One: !If [IsProd, 1, !Ref AWS::NoValue]\nTwo: !If [IsDev, 1, !Ref AWS::NoValue]\nThree: 3')).toEqual([
      `1 ${says('Two')} (when IsProd is true and IsDev is false)`,
    ])
    expect(found(check, 'One: !If [IsProd, 1, !Ref AWS::NoValue]\nTwo: !If [IsDev, !Ref AWS::NoValue, 1]\nThree: 3')).toEqual([])
  })
  test('is silent where more may be set than is written', () => {
    expect(found(check, 'One: 1\nFn::Transform: { Name: AWS::Include, Parameters: { Location: x } }')).toEqual([])
    expect(found(requires('Box.One', 'Box.Two'), 'Box: !GetAtt Thing.Box')).toEqual([])
  })
  test('onlyWith says that it has no effect', () => {
    expect(found(onlyWith('One', 'Two'), 'One: 1')).toEqual(['1 One has no effect without Two; set Two or remove One.'])
  })
})

describe('requiresOneOf', () => {
  const check = requiresOneOf('One', 'Two')
  const says = 'Neither One nor Two is set; one of them is needed.'
  test('finds where none is set', () => {
    expect(found(check, 'Three: 3')).toEqual([`above ${says}`])
    expect(found(check, 'One: !Ref Opaque')).toEqual([])
    expect(found(check, 'One: !If [IsProd, 1, !Ref AWS::NoValue]')).toEqual([`above ${says} (when IsProd is false)`])
    expect(found(check, 'One: !If [IsProd, 1, !Ref AWS::NoValue]\nTwo: !If [IsDev, 1, !Ref AWS::NoValue]')).toEqual([])
    expect(found(check, 'Three: 3\nFn::Transform: { Name: AWS::Include, Parameters: { Location: x } }')).toEqual([])
  })
})

test('resources of other types are left alone', () => {
  expect(found(range('Size', { max: 1 }), 'Size: 5', 'AWS::Test::Other')).toEqual([])
})

describe('distinct', () => {
  const check = distinct('{value} stands twice.', 'List.*.Id', 'Other')
  const says = (value: string): string => `${value} stands twice.`
  test('finds a text that stands twice, at one path or at two', () => {
    expect(found(check, 'List: [{ Id: a }, { Id: b }, { Id: a }]')).toEqual([`1 ${says('a')}`])
    expect(found(check, 'List: [{ Id: a }]\nOther: a')).toEqual([`2 ${says('a')}`])
    expect(found(check, 'List: [{ Id: a }, { Id: b }, { Id: !Ref Opaque }]\nOther: c')).toEqual([])
  })
  test('knows which conditions exclude each other', () => {
    expect(found(check, 'List: [!If [IsProd, { Id: a }, { Id: a }]]')).toEqual([])
    expect(found(check, 'List: [{ Id: a }, !If [IsProd, { Id: a }, { Id: b }]]')).toEqual([`1 ${says('a')} (when IsProd is true)`])
  })
})
