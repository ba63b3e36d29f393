/** How SAM merges Globals into its resources, and where the values are reported. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { type Mapping, pathOf } from '../../src/source/tree.ts'
import { Template } from '../../src/template/template.ts'
import { string } from '../../src/values.ts'

/** What a property of the function F can be, each value with the path at which it is written. */
function valuesOf(path: string, globals: string, own: string, attributes = ''): string[] {
  const text = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { ${globals} } }
Resources: { F: { Type: AWS::Serverless::Function, ${attributes} Properties: { ${own} } } }`
  const source = parseSource(text, 'template.yaml')
  const template = new Template(source, source.root as Mapping, 'sam')
  return (template.resources.get('F')?.known(path, string) ?? []).map(({ value, node }) => `${value} ${pathOf(node)}`)
}

const OWN = 'Resources/F/Properties'
const GLOBAL = 'Globals/Function'

describe('Globals', () => {
  test('a value of Globals counts where the resource has none, and stands in Globals', () =>
    expect(valuesOf('Timeout', 'Timeout: 3', '')).toEqual([`3 ${GLOBAL}/Timeout`]))
  test('a value of the resource replaces it', () => expect(valuesOf('Timeout', 'Timeout: 3', 'Timeout: 5')).toEqual([`5 ${OWN}/Timeout`]))
  test('maps are merged key by key', () =>
    expect(
      valuesOf('Environment.Variables.*', 'Environment: { Variables: { A: 1, B: 2 } }', 'Environment: { Variables: { B: 3 } }').sort(),
    ).toEqual([`1 ${GLOBAL}/Environment/Variables/A`, `3 ${OWN}/Environment/Variables/B`]))
  test('lists are appended to those of Globals', () =>
    expect(valuesOf('Architectures.*', 'Architectures: [arm64]', 'Architectures: [x86_64]')).toEqual([
      `arm64 ${GLOBAL}/Architectures/0`,
      `x86_64 ${OWN}/Architectures/0`,
    ]))
  test('a function counts as one value', () =>
    expect(valuesOf('Tags.*', 'Tags: { A: 1 }', 'Tags: !If [C, { B: 2 }, { B: 3 }]').some((value) => value.startsWith('1'))).toBe(false))
  test('of different kinds that of the resource counts', () =>
    expect(valuesOf('CodeUri', 'CodeUri: { Bucket: b, Key: k }', 'CodeUri: src/')).toEqual([`src/ ${OWN}/CodeUri`]))
  test('IgnoreGlobals leaves some of them out', () => {
    const globals = 'Timeout: 3, MemorySize: 256'
    expect(valuesOf('Timeout', globals, '', 'IgnoreGlobals: [Timeout],')).toEqual([])
    expect(valuesOf('MemorySize', globals, '', 'IgnoreGlobals: [Timeout],')).toEqual([`256 ${GLOBAL}/MemorySize`])
  })
  test('IgnoreGlobals with a star leaves all of them out', () =>
    expect(valuesOf('Timeout', 'Timeout: 3', '', "IgnoreGlobals: '*',")).toEqual([]))
})
