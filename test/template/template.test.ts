/** What a template holds, and what of it may be rewritten. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, type Node } from '../../src/source/tree.ts'
import { PARAMETER_TYPES } from '../../src/template/parameters.ts'
import { Template } from '../../src/template/template.ts'
import { string } from '../../src/values.ts'

function templateOf(text: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const source = parseSource(text, 'template.yaml')
  return new Template(source, source.root as Mapping, kind)
}

describe('resources', () => {
  test('are what the section holds, but for macros and loops', () => {
    const { resources } = templateOf(`
Resources:
  A: { Type: 'AWS::SNS::Topic' }
  B: { Properties: {} }
  C: text
  D: { Type: !Ref P }
  Fn::Transform: { Name: Mine }
  Fn::ForEach::L: { Type: 'AWS::SNS::Topic' }
`)
    expect([...resources.values()].map(({ id, type }) => `${id} ${type}`.trim())).toEqual(['A AWS::SNS::Topic', 'B', 'D'])
  })
  test('are of the types that are asked for', () => {
    const template = templateOf('Resources: { A: { Type: X::Y::Z }, B: { Type: U::V::W }, C: { Type: X::Y::Z } }')
    expect(template.resourcesOf('X::Y::Z').map(({ id }) => id)).toEqual(['A', 'C'])
    expect(template.resourcesOf('X::Y::Z', 'U::V::W')).toHaveLength(3)
    expect(template.resourcesOf()).toEqual([])
  })
  test('have attributes beside their properties', () => {
    const template = templateOf(`
Conditions: { Is: !Equals [!Ref AWS::Region, eu-central-1] }
Resources:
  A: { Type: T, Condition: Is, DeletionPolicy: !If [Is, Retain, Delete], Metadata: { K: v }, UpdatePolicy: !Ref X, CreationPolicy: text }
  B: { Type: T, Fn::Transform: { Name: Mine } }
`)
    const [a, b] = [...template.resources.values()]
    expect(a?.attribute('DeletionPolicy')?.key.text).toBe('DeletionPolicy')
    expect(a?.attribute('UpdateReplacePolicy')).toBeUndefined()
    expect(
      a?.attributeFacts('DeletionPolicy').map((fact) => (fact.state === 'known' && fact.value.kind === 'scalar' ? fact.value.text : '?')),
    ).toEqual(['Retain'])
    expect(a?.attributeFacts('Nothing')).toEqual([])
    expect(
      a
        ?.attributeMap('Metadata')
        ?.known('K', string)
        .map(({ value, when }) => `${value} ${when.because}`),
    ).toEqual(['v Is is true'])
    expect([a?.attributeMap('UpdatePolicy'), a?.attributeMap('CreationPolicy'), a?.attributeMap('Nothing')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([a?.isBodyOpen, b?.isBodyOpen]).toEqual([false, true])
  })
  test('take values of Globals in SAM only', () => {
    const text = 'Globals: { Function: { Timeout: 3 } }\nResources: { F: { Type: AWS::Serverless::Function, Properties: {} } }'
    const known = (kind: 'cloudformation' | 'sam'): number | undefined =>
      templateOf(text, kind).resources.get('F')?.known('Timeout', string).length
    expect([known('sam'), known('cloudformation')]).toEqual([1, 0])
  })
  test('a condition that is no name counts for nothing', () => {
    for (const condition of ['~', '[A]', '{ Ref: A }', 'true'])
      expect(templateOf(`Resources: { A: { Type: T, Condition: ${condition} } }`).resources.get('A')?.when.because, condition).toEqual([])
  })
})

describe('may be rewritten', () => {
  test.each([
    ['Transform: Mine', true],
    ['Transform: [AWS::LanguageExtensions, Mine]', true],
    ['Transform: { Name: AWS::Include }', true],
    ['Transform: [!Ref Macro]', true],
    ['Fn::Transform: { Name: Mine }', true],
    ['Description: "!Rain::Module x"', true],
    ['Transform: AWS::LanguageExtensions', false],
    ['Transform: [AWS::LanguageExtensions, AWS::SecretsManager-2024-09-16]', false],
    ['Transform: []', false],
    ['Description: Rain', false],
  ])('%s: %s', (top, expected) => {
    const template = templateOf(`${top}\nResources: {}`)
    expect([template.isRewritten, template.isOpen('Mappings')]).toEqual([expected, expected])
  })
  test('a section in which a macro or a loop stands', () => {
    const template = templateOf(
      'Mappings: { Fn::Transform: { Name: Mine } }\nOutputs: { Fn::ForEach::L: [A, !Ref B, {}] }\nConditions: { A: 1 }',
    )
    expect((['Mappings', 'Outputs', 'Conditions', 'Resources'] as const).map((name) => template.isOpen(name))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  test('transforms have names where they are literal', () => {
    const template = templateOf('Transform: [A, !Ref B, { Name: C }]')
    expect(template.transforms.map(({ text }) => text)).toEqual(['A'])
    expect([template.hasTransform('A'), template.hasTransform('C')]).toEqual([true, false])
  })
})

describe('when something takes effect', () => {
  const template = templateOf(`
Parameters: { P: { Type: String }, Q: { Type: String } }
Conditions: { Is: !Equals [!Ref P, a], Also: !Equals [!Ref Q, a] }
Resources:
  A:
    Type: T
    Condition: Is
    Properties: { X: !If [Also, yes, no, more], Resources: { B: { Condition: Also, Z: 1 } }, Y: { Condition: Also, Z: 1 }, V: !If [!Ref P, a, b], W: { Fn::If: text }, L: [p, [q]] }
  B: { Type: T, Condition: ~, Properties: { X: 1 } }
Outputs: { O: { Condition: Also, Value: 1 } }
Metadata: { M: { Condition: Also, Value: 1 } }
`)
  test.each([
    ['Is is true', ['Resources', 'A', 'Type']],
    ['Is is true', ['Resources', 'A', 'Properties', 'L', 1, 0]],
    ['Is is true and Also is true', ['Resources', 'A', 'Properties', 'X', 'Fn::If', 1]],
    ['Is is true and Also is false', ['Resources', 'A', 'Properties', 'X', 'Fn::If', 2]],
    ['Is is true', ['Resources', 'A', 'Properties', 'X', 'Fn::If', 0]],
    ['Is is true', ['Resources', 'A', 'Properties', 'X', 'Fn::If', 3]],
    ['Is is true', ['Resources', 'A', 'Properties', 'Y', 'Z']],
    ['Is is true', ['Resources', 'A', 'Properties', 'Resources', 'B', 'Z']],
    ['Is is true', ['Resources', 'A', 'Properties', 'V', 'Fn::If', 1]],
    ['Is is true', ['Resources', 'A', 'Properties', 'W', 'Fn::If']],
    ['', ['Resources', 'B', 'Properties', 'X']],
    ['Also is true', ['Outputs', 'O', 'Value']],
    ['', ['Metadata', 'M', 'Value']],
    ['', ['Resources']],
  ] as const)('"%s": %j', (expected, path) => {
    expect(template.whenAt(at(template.root, ...path) as Node).because.join(' and ')).toBe(expected)
  })
})

describe('parameters', () => {
  const { parameters } = templateOf(`
Parameters:
  Text: { Type: String, Default: x, AllowedValues: [a, b] }
  List: { Type: CommaDelimitedList }
  Numbers: { Type: List<Number> }
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
  StoredList: { Type: 'AWS::SSM::Parameter::Value<List<String>>' }
  StoredComma: { Type: 'AWS::SSM::Parameter::Value<CommaDelimitedList>' }
  StoredName: { Type: 'AWS::SSM::Parameter::Name' }
  Secret: { Type: String, NoEcho: true }
  Quoted: { Type: String, NoEcho: 'True' }
  Echo: { Type: String, NoEcho: false }
  Odd: { Type: [String], NoEcho: [true], Default: [x], AllowedValues: [a, [b]] }
  Null: { Default: ~, AllowedValues: [] }
  Single: { AllowedValues: x }
`)
  const those = (is: (parameter: NonNullable<ReturnType<typeof parameters.get>>) => unknown): string[] =>
    [...parameters.values()].filter(is).map(({ name }) => name)
  test('are lists by their type', () =>
    expect(those(({ isList }) => isList)).toEqual(['List', 'Numbers', 'Subnets', 'StoredList', 'StoredComma']))
  test('are opaque where their value is looked up or secret', () => {
    expect(those(({ isFromSsm }) => isFromSsm)).toEqual(['StoredList', 'StoredComma'])
    expect(those(({ isNoEcho }) => isNoEcho)).toEqual(['Secret', 'Quoted'])
    expect(those(({ isOpaque }) => isOpaque)).toEqual(['StoredList', 'StoredComma', 'Secret', 'Quoted'])
  })
  test('of a wrong shape read as missing', () => {
    expect(parameters.get('Odd')).toMatchObject({ type: '', default: undefined, allowedValues: undefined })
    expect(parameters.get('Null')).toMatchObject({ type: '', default: undefined, allowedValues: undefined })
    expect(parameters.get('Single')?.allowedValues).toBeUndefined()
    expect(parameters.get('Text')?.allowedValues?.map(({ text }) => text)).toEqual(['a', 'b'])
    expect(parameters.get('Text')?.default?.text).toBe('x')
  })
  test('have types as CloudFormation documents them', () => {
    const types = ['AWS::EC2::KeyPair::KeyName', 'List<AWS::EC2::VPC::Id>', 'AWS::SSM::Parameter::Value<List<AWS::EC2::Image::Id>>']
    expect(PARAMETER_TYPES).toEqual(expect.arrayContaining(types))
    expect(PARAMETER_TYPES).not.toContain('List<AWS::EC2::KeyPair::KeyName>')
  })
})

test('a parameter named like a member of every object has the value that is given for it, or none', () => {
  const source = parseSource('Parameters: { constructor: { Type: String }, A: { Type: String } }', 'template.yaml')
  const { parameters } = new Template(source, source.root as Mapping, 'cloudformation', { inputs: { parameters: { A: 'x' } } })
  expect([...parameters.values()].map(({ given }) => given)).toEqual([undefined, 'x'])
})
