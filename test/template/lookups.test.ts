/** What a `Fn::FindInMap` finds, case by case. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, pathOf } from '../../src/source/tree.ts'
import { type Call, callOf } from '../../src/template/intrinsics.ts'
import type { Lookup } from '../../src/template/lookups.ts'
import { Template } from '../../src/template/template.ts'
import { both, canHold } from '../../src/values.ts'

const DECLARED = `Transform: AWS::LanguageExtensions
Parameters:
  Env: { Type: String, AllowedValues: [dev, prod], Default: dev }
  Free: { Type: String }
Conditions: { Is: !Equals [!Ref Free, yes] }
Mappings:
  M:
    dev: { size: small, zones: [a, b] }
    prod: { size: large }
  Regional:
    eu-central-1: { ami: ami-1 }
    us-gov-west-1: { ami: ami-2 }
    Default: { ami: ami-3 }
    eu-central-1a: { ami: ami-4 }
    xeu: { ami: ami-5 }
  Accounts: { '111111111111': { n: one }, '11111111111': { n: two }, x111111111111: { n: three } }
  Open: { Fn::Transform: { Name: Mine }, a: { b: c } }
  OpenRow: { a: { Fn::Transform: { Name: Mine }, b: c }, d: text }
  Text: text
  Loop: { Fn::ForEach::L: [A, !Ref Free, { b: { c: d } }], a: { b: c } }
`

function lookedUp(argument: string): readonly Lookup[] {
  const source = parseSource(`${DECLARED}Outputs: { O: { Value: !FindInMap ${argument} } }\n`, 'template.yaml')
  const template = new Template(source, source.root as Mapping, 'cloudformation')
  const call = callOf(at(template.root, 'Outputs', 'O', 'Value')) as Call
  return template.lookUp(call, template.always)
}

const casesOf = (argument: string): string[] =>
  lookedUp(argument).map((one) => {
    const when = one.when.because.length ? ` when ${one.when.because.join(' and ')}` : ''
    return `${one.state} ${detailOf(one)}`.trim() + when
  })

function detailOf(one: Lookup): string {
  if (one.state === 'found') return pathOf(one.value).slice('Mappings/'.length)
  if (one.state === 'no-mapping') return `${one.name} at ${pathOf(one.node)}`
  if (one.state === 'no-first') return `${one.mapping}/"${one.key}" of ${one.keys.join(', ')}`
  if (one.state === 'no-second')
    return `${one.mapping}/${one.row}/"${one.key}" of ${one.keys.join(', ')}${one.sure ? '' : ', if it is that row'}`
  return ''
}

/** No two of the cases can be at once. */
function expectExclusive(argument: string): void {
  const cases = lookedUp(argument)
  cases.forEach(({ when }, i) => {
    for (const other of cases.slice(i + 1)) expect(canHold(both(when, other.when))).toBe(false)
  })
}

describe('known keys', () => {
  test.each([
    ['[M, dev, size]', ['found M/dev/size']],
    ['[M, dev, zones]', ['found M/dev/zones']],
    ['[M, !Ref Env, size]', ['found M/dev/size', 'found M/prod/size']],
    ['[M, !If [Is, dev, dev], size]', ['found M/dev/size']],
    ['[M, prod, zones]', ['no-second M/prod/"zones" of size']],
    ['[M, test, size]', ['no-first M/"test" of dev, prod']],
    ['[M, "", size]', ['no-first M/"" of dev, prod']],
    ['[M, dev, ""]', ['no-second M/dev/"" of size, zones']],
    ['[N, dev, size]', ['no-mapping N at Outputs/O/Value/Fn::FindInMap/0']],
    [
      '[!If [Is, M, N], dev, size]',
      ['found M/dev/size when Is is true', 'no-mapping N at Outputs/O/Value/Fn::FindInMap/0/Fn::If/2 when Is is false'],
    ],
  ])('%s: %j', (argument, expected) => expect(casesOf(argument)).toEqual(expected))
})

describe('what is not known', () => {
  test.each([
    ['[M, dev]', ['unknown']],
    ['[M]', ['unknown']],
    ['[]', ['unknown']],
    ['M', ['unknown']],
    ['[!Ref Free, dev, size]', ['unknown']],
    ['[!If [Is, M, !Ref Free], dev, size]', ['found M/dev/size when Is is true', 'unknown when Is is false']],
    ['[Open, a, b]', ['unknown']],
    ['[Open, z, b]', ['unknown']],
    ['[OpenRow, a, z]', ['unknown']],
    ['[OpenRow, d, z]', ['unknown']],
    ['[Text, a, b]', ['unknown']],
    ['[Loop, z, b]', ['unknown']],
    ['[M, ~, size]', []],
    ['[M, [dev], size]', ['found M/dev/size', 'found M/prod/size']],
  ])('%s: %j', (argument, expected) => expect(casesOf(argument)).toEqual(expected))
})

describe('a key that only the service knows', () => {
  test('reaches every row, each when it is that one', () => {
    expect(casesOf('[M, !Ref Free, size]')).toEqual(['found M/dev/size', 'found M/prod/size'])
    expectExclusive('[M, !Ref Free, size]')
  })
  test('does not make a missing second key sure', () =>
    expect(casesOf('[M, !Ref Free, zones]')).toEqual(['found M/dev/zones', 'no-second M/prod/"zones" of size, if it is that row']))
  test('may be the second as well', () => expect(casesOf('[M, prod, !Ref Free]')).toEqual(['found M/prod/size']))
  test('may be none of them, which is told where there is a default', () => {
    const argument = '[M, !Ref Free, size, { DefaultValue: x }]'
    expect(casesOf(argument)).toEqual(['found M/dev/size', 'found M/prod/size', 'unlisted'])
    expectExclusive(argument)
  })
  test('has no other value where the parameter declares all of them', () =>
    expect(casesOf('[M, !Ref Env, size, { DefaultValue: x }]')).toHaveLength(2))
  test('of a Region or an account reaches what can be one', () => {
    expect(casesOf('[Regional, !Ref AWS::Region, ami]').map((one) => one.split(' ')[1])).toEqual([
      'Regional/eu-central-1/ami',
      'Regional/us-gov-west-1/ami',
    ])
    expect(casesOf('[Accounts, !Ref AWS::AccountId, n]').map((one) => one.split(' ')[1])).toEqual(['Accounts/111111111111/n'])
    expect(casesOf('[Regional, !Ref AWS::StackName, ami]')).toHaveLength(5)
    expect(casesOf('[Regional, !Ref Free, ami]')).toHaveLength(5)
    expect(casesOf('[Regional, !GetAtt A.B, ami]')).toHaveLength(5)
  })
})
