/** What has to be made before what, and where that goes in a circle. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { circlesOf, dependenciesOf, waitsFor } from '../../src/template/dependencies.ts'
import { Template } from '../../src/template/template.ts'

const CONDITIONS = `Parameters: { P: { Type: String } }
Conditions: { Is: !Equals [!Ref P, a], Isnt: !Not [!Equals [!Ref P, a]] }
Mappings: { B: { a: { b: c } } }
`
function templateOf(resources: string, kind: 'cloudformation' | 'sam' = 'cloudformation'): Template {
  const source = parseSource(
    `${kind === 'sam' ? 'Transform: AWS::Serverless-2016-10-31\n' : ''}${CONDITIONS}Resources: {${resources}}`,
    'template.yaml',
  )
  return new Template(source, source.root as Mapping, kind)
}
/** Resources, each with those that it refers to: `A: B C`. */
const chain = (lines: string): string =>
  lines
    .split(', ')
    .map((line) => {
      const [id, ...to] = line.split(/:? /) as [string, ...string[]]
      return `${id}: { Type: T, Properties: { X: [${to.map((name) => `!Ref ${name}`).join(', ')}] } }`
    })
    .join(', ')
const circlesIn = (template: Template): string[] =>
  circlesOf(dependenciesOf(template)).map(
    ({ edges, when }) => edges.map(({ from }) => from).join(' ') + (when.because.length ? ` when ${when.because.join(' and ')}` : ''),
  )

describe('dependencies', () => {
  const of = (resources: string, kind?: 'sam'): string[] =>
    dependenciesOf(templateOf(resources, kind)).map(({ from, to, kind }) => `${from} ${to} ${kind}`)
  test.each([
    ['A: { Type: T, Properties: { X: !Ref B } }, B: { Type: T }', ['A B Ref']],
    ['A: { Type: T, Properties: { X: !GetAtt B.Arn, Y: !Sub "${B}" } }, B: { Type: T }', ['A B GetAtt', 'A B Sub']],
    ['A: { Type: T, DependsOn: [B] }, B: { Type: T }', ['A B DependsOn']],
    ['A: { Type: T, Metadata: { X: !Ref B } }, B: { Type: T }', []],
    ['A: { Type: T, Properties: { X: !FindInMap [B, a, b] } }, B: { Type: T }', []],
    ['A: { Type: T, Properties: { X: !Ref P, Y: !Ref Gone } }', []],
    ['A: { Type: T, Condition: Is, Properties: { X: !Ref B } }, B: { Type: T, Condition: Isnt }', []],
    ['A: { Type: T, Properties: { X: !If [Is, !Ref B, c] } }, B: { Type: T, Condition: Isnt }', []],
    ['A: { Type: T, Properties: { Fn::Transform: { Name: M, Parameters: { X: !Ref B } } } }, B: { Type: T }', []],
  ])('%s: %j', (resources, expected) => expect(of(resources)).toEqual(expected))

  const fn = (properties: string): string => `F: { Type: AWS::Serverless::Function, Properties: { ${properties} } }`
  test.each([
    [`${fn('Role: !Ref B')}, B: { Type: T }`, ['F B Ref']],
    [`${fn('Policies: [!Ref B]')}, B: { Type: T }`, ['F B Ref']],
    [`${fn('Role: r, Policies: [!Ref B]')}, B: { Type: T }`, []],
    [`${fn('DeploymentPreference: { Alarms: [!Ref B] }')}, B: { Type: T }`, []],
    [`${fn('Events: { E: { Type: S3, Properties: { Bucket: !Ref B } } }')}, B: { Type: 'AWS::S3::Bucket' }`, ['B F event']],
    [`${fn('Events: { E: { Type: Cognito, Properties: { UserPool: !Ref B } } }')}, B: { Type: 'AWS::Cognito::UserPool' }`, ['B F event']],
    [`${fn('Events: { E: { Type: SQS, Properties: { Queue: !GetAtt B.Arn } } }')}, B: { Type: 'AWS::SQS::Queue' }`, []],
    [
      `${fn('Events: { E: { Type: Api, Properties: { Path: /, Method: get, RestApiId: !Ref B } } }')}, B: { Type: AWS::Serverless::Api }`,
      ['B F event'],
    ],
    [`${fn('Events: { E: { Type: HttpApi, Properties: { ApiId: !Ref B } } }')}, B: { Type: AWS::Serverless::HttpApi }`, ['B F event']],
    [
      `${fn('Events: { E: { Type: Api, Properties: { Path: /, Method: get, RestApiId: !Ref B } } }')}, B: { Type: AWS::Serverless::Api, Properties: { DefinitionBody: {} } }`,
      [],
    ],
    ['C: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: !Ref B } } }, B: { Type: T }', []],
  ])('of SAM, %s: %j', (resources, expected) => expect(of(resources, 'sam')).toEqual(expected))

  test('are followed as far as they go', () => {
    const template = templateOf(chain('A: B, B: C, C: D, D: B, E: A'))
    expect([...waitsFor(template, 'A')].sort()).toEqual(['B', 'C', 'D'])
    expect([...waitsFor(template, 'E')].sort()).toEqual(['A', 'B', 'C', 'D'])
    expect([...waitsFor(template, 'Gone')]).toEqual([])
  })
})

describe('circles', () => {
  test.each([
    ['A: B, B: C, C: D', []],
    ['A: A', ['A']],
    ['A: B, B: A', ['A B']],
    ['A: B, B: C, C: A', ['A B C']],
    ['A: B, B: C, C: A B', ['B C', 'A B C']],
    ['A: B, B: A, C: D, D: C', ['A B', 'C D']],
    ['X: A, A: B, B: A, B2: X', ['A B']],
  ])('%s: %j', (resources, expected) => expect(circlesIn(templateOf(chain(resources)))).toEqual(expected))

  test('hold under their conditions', () => {
    const withIf = (a: string, b: string): string =>
      `A: { Type: T, Properties: { X: !If [${a}, !Ref B, x] } }, B: { Type: T, Properties: { X: !If [${b}, !Ref A, x] } }`
    expect(circlesIn(templateOf(withIf('Is', 'Is')))).toEqual(['A B when Is is true'])
    expect(circlesIn(templateOf(withIf('Is', 'Isnt')))).toEqual([])
  })
  test('can be longer where conditions exclude the shorter way', () => {
    const template = templateOf(
      'A: { Type: T, Properties: { X: !If [Is, !Ref B, !Ref C] } }, C: { Type: T, Properties: { X: !Ref B } }, B: { Type: T, Properties: { X: !If [Is, x, !Ref A] } }',
    )
    expect(circlesIn(template)).toEqual(['C B A when Is is false'])
  })
  test('are told ten at most', () => {
    const pairs = Array.from({ length: 14 }, (_, i) => `A${i}: B${i}, B${i}: A${i}`).join(', ')
    expect(circlesIn(templateOf(chain(pairs)))).toHaveLength(10)
  })
})
