/** Which names a template uses, where, and when that counts. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { type Mapping, pathOf } from '../../src/source/tree.ts'
import type { Use } from '../../src/template/references.ts'
import { Template } from '../../src/template/template.ts'

function templateOf(text: string): Template {
  const source = parseSource(text, 'template.yaml')
  return new Template(source, source.root as Mapping, 'cloudformation')
}

const shown = ({ kind, name, attribute, node }: Use): string => `${kind} ${name}${attribute ? `.${attribute}` : ''} at ${pathOf(node)}`

describe('functions in the section Metadata', () => {
  const { references } = templateOf(`
Metadata: { Note: !Ref Gone }
Resources: { A: { Type: 'AWS::SNS::Topic', Metadata: { Note: !Ref B }, Properties: { TopicName: !Ref C } } }
`)
  test('are not evaluated; those in the Metadata of a resource are', () => {
    expect(references.callsOf('Ref').map(({ call }) => pathOf(call.node))).toEqual([
      'Resources/A/Metadata/Note',
      'Resources/A/Properties/TopicName',
    ])
    expect(references.usesOf(['Ref']).map(({ name }) => name)).toEqual(['B', 'C'])
  })
  test('count as uses all the same', () => expect(references.of('Gone')).toHaveLength(1))
})

test('what stands in a call of a copied loop body is in that copy only', () => {
  const { references } = templateOf(`
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Sites:
    - Site
    - [One, Two]
    - Record\${Site}:
        Type: AWS::SNS::Topic
        Properties: { TopicName: !Join ['', [!Ref Prefix, !GetAtt ['\${Site}', Arn]]] }
`)
  const calls = references.callsOf('Fn::Join').map(({ call }) => references.within(call).map(({ name }) => name))
  expect(calls).toEqual([
    ['Prefix', 'One'],
    ['Prefix', 'Two'],
  ])
})

test('what a macro or an unknown loop gets may be replaced, so that it is used and not evaluated', () => {
  const { references } = templateOf(`
Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList } }
Resources:
  A:
    Type: AWS::SNS::Topic
    Properties: { Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: !Ref InMacro } }, TopicName: !Ref Beside }
  B:
    Type: AWS::SNS::Topic
    Properties: { TopicName: { Fn::Transform: { Name: Mine, Parameters: { X: !Ref InCall } } } }
  Fn::ForEach::Loop: [Name, !Ref Names, { 'C\${Name}': { Type: 'AWS::SNS::Topic', Properties: { TopicName: !Ref InLoop } } }]
  Fn::Transform: { Name: Mine, Parameters: { X: !Ref InSection } }
`)
  expect(references.usesOf(['Ref']).map(({ name }) => name)).toEqual(['Beside'])
  for (const name of ['InMacro', 'InCall', 'InLoop', 'InSection']) expect(references.of(name), name).toHaveLength(1)
})

test('the conditions of a section Rules name what they use', () => {
  const { references } = templateOf(`
Rules:
  R:
    RuleCondition: { Condition: Is }
    Assertions: [{ Assert: !Equals [!Ref P, a] }, { Assert: { Condition: Also } }]
Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { Condition: Data } } }
`)
  expect(references.usesOf(['Condition', 'Ref'])).toEqual([])
  expect(references.usesOf(['Condition', 'Ref'], 'all').map(shown)).toEqual([
    'Condition Is at Rules/R/RuleCondition/Condition',
    'Ref P at Rules/R/Assertions/0/Assert/Fn::Equals/0/Ref',
    'Condition Also at Rules/R/Assertions/1/Assert/Condition',
  ])
})

describe('the conditions under which something is used', () => {
  const { references } = templateOf(`
Parameters: { P: { Type: String }, Q: { Type: String } }
Conditions:
  Is: !Equals [!Ref P, a]
  Also: !And [Condition: Is, !Equals [!Ref Q, b]]
Resources:
  A:
    Type: AWS::SNS::Topic
    Condition: Is
    DependsOn: [B, !Ref InDependsOn]
    Properties: { TopicName: !If [Also, !Ref Yes, !Ref No, !Ref More], DisplayName: !If [!Ref Odd, !Ref X, !Ref Y] }
  B: { Type: 'AWS::SNS::Topic', DependsOn: A, Condition: ~ }
Outputs:
  O: { Condition: Also, Value: !Ref A }
`)
  const because = (name: string): string =>
    references
      .of(name)
      .map(({ when }) => when.because.join(' and ') || 'always')
      .join('; ')
  test('are those of the resource and of each Fn::If around it', () => {
    expect(because('Yes')).toBe('Is is true and Also is true')
    expect(because('No')).toBe('Is is true and Also is false')
    expect(because('More')).toBe('Is is true')
    expect([because('X'), because('Y')]).toEqual(['Is is true', 'Is is true'])
  })
  test('are themselves used', () => {
    expect(references.usesOf(['Condition'], 'all').map(shown)).toEqual([
      'Condition Is at Conditions/Also/Fn::And/0/Condition',
      'Condition Is at Resources/A/Condition',
      'Condition Also at Resources/A/Properties/TopicName/Fn::If/0',
      'Condition ~ at Resources/B/Condition',
      'Condition Also at Outputs/O/Condition',
    ])
    expect(references.usesOf(['Condition'])).toHaveLength(4)
  })
  test('DependsOn names resources, one or several', () => {
    expect(references.usesOf(['DependsOn']).map(shown)).toEqual([
      'DependsOn B at Resources/A/DependsOn/0',
      'DependsOn A at Resources/B/DependsOn',
    ])
    expect(references.of('InDependsOn')).toHaveLength(1)
  })
  test('are grouped by the resource that they stand in', () => {
    expect(references.from('B').map(shown)).toEqual(['Condition ~ at Resources/B/Condition', 'DependsOn A at Resources/B/DependsOn'])
    expect(references.from('O')).toEqual([])
  })
})

test.each([
  ['!Ref A', ['Ref A']],
  ['!Ref [A, !Ref B]', ['Ref B']],
  ['{ Ref: ~ }', []],
  ['!GetAtt A.Arn', ['GetAtt A.Arn']],
  ['!GetAtt [A, !Ref B]', ['GetAtt A', 'Ref B']],
  ['!GetAtt [!Ref A, !Ref B]', ['Ref A', 'Ref B']],
  ['!Sub "${A}-${B.Arn}-${AWS::Region}-${AWS::No.Dot}"', ['Sub A', 'Sub B.Arn', 'Sub AWS::Region', 'Sub AWS::No.Dot']],
  ['!Sub ["${A}-${B}", { A: !Ref C, Unused: !Ref D }]', ['Ref C', 'Ref D', 'Sub B']],
  ['!Sub [!Ref A, { B: !Ref C }]', ['Ref A', 'Ref C']],
  ['!FindInMap [M, !Ref A, B]', ['FindInMap M', 'Ref A']],
  ['!FindInMap [!Ref M, A, B]', ['Ref M']],
])('%s uses %j', (value, expected) => {
  const uses = templateOf(`Outputs: { O: { Value: ${value} } }`).references.uses
  expect(uses.map((use) => shown(use).replace(/ at .*/, ''))).toEqual(expected)
})
