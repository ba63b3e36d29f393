/**
 * Documents that are made to hang a reader or to exhaust it. Each has to end (vitest gives up on one that does not), without a
 * failure of a rule; how long it takes is for `npm run bench`.
 */
import { describe, expect, test } from 'vitest'
import { core, rules, schemas } from './support/built.ts'
import { failuresOf } from './support/lint.ts'

const QUEUE = 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n'
const times = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_, i) => of(i)).join('')
const inQueue = (properties: string): string => `${QUEUE}    Properties:\n${properties}`

const documents: Readonly<Record<string, () => string>> = {
  'aliases of aliases': () =>
    `Metadata:\n  a0: &a0 [x,x,x,x,x,x,x,x,x]\n${times(9, (i) => `  a${i + 1}: &a${i + 1} [${times(9, () => `*a${i},`)}]\n`)}${QUEUE}`,
  'merges of merges': () =>
    `Metadata:\n  m0: &m0 {k: 1}\n${times(40, (i) => `  m${i + 1}: &m${i + 1}\n    <<: [*m${i}, *m${i}]\n    k${i}: 1\n`)}${QUEUE}`,
  'lists in lists': () => `${QUEUE}    Metadata: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
  'maps in maps, JSON': () => `{"Resources":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  'blocks in blocks': () => `Resources:\n${times(2000, (i) => `${' '.repeat(i + 1)}a:\n`)}`,
  'properties without end': () => inQueue(times(20_000, (i) => `      k${i}: v\n`)),
  'resources without end': () => `Resources:\n${times(5000, (i) => `  R${i}:\n    Type: AWS::SQS::Queue\n`)}`,
  'a long text': () => inQueue(`      QueueName: ${'x'.repeat(3_000_000)}\n`),
  'a text of variables': () => inQueue(`      QueueName: !Sub '${'${A}'.repeat(50_000)}'\n`),
  'a text of beginnings of variables': () => inQueue(`      QueueName: !Sub '${'${'.repeat(200_000)}'\n`),
  'values that multiply': () =>
    `Parameters:\n${times(60, (i) => `  P${i}: {Type: String, AllowedValues: [a, b, c, d]}\n`)}${inQueue(`      QueueName: !Join ['-', [${times(60, (i) => `!Ref P${i}, `)}]]\n`)}`,
  'conditions that hang together': () =>
    `Parameters:\n${times(60, (i) => `  P${i}: {Type: String}\n`)}Conditions:\n${times(60, (i) => `  C${i}: !Equals [!Ref P${i}, !Ref P${(i * 7 + 3) % 60}]\n`)}  All: !Or\n${times(10, (i) => `    - !And [!Condition C${i}, !Not [!Condition C${(i * 13 + 5) % 60}]]\n`)}Resources:\n${times(60, (i) => `  Q${i}:\n    Type: AWS::SQS::Queue\n    Condition: C${i}\n    Properties:\n      QueueName: !If [All, !If [C${(i + 1) % 60}, a, b], !Ref AWS::NoValue]\n`)}`,
  'loops in loops': () =>
    `Transform: AWS::LanguageExtensions\nResources:\n  'Fn::ForEach::A':\n    - X\n    - [${times(200, (i) => `a${i}, `)}]\n    - 'Fn::ForEach::B':\n        - Y\n        - [${times(200, (i) => `b${i}, `)}]\n        - 'Fn::ForEach::C':\n            - Z\n            - [${times(200, (i) => `c${i}, `)}]\n            - 'Q\${X}\${Y}\${Z}':\n                Type: AWS::SQS::Queue\n`,
  'mappings in a circle': () =>
    `Mappings:\n${times(50, (i) => `  M${i}: {k: {v: !FindInMap [M${(i + 1) % 50}, k, v]}}\n`)}${inQueue('      QueueName: !FindInMap [M0, k, v]\n')}`,
  'everything depends on everything': () =>
    `Resources:\n${times(150, (i) => `  R${i}:\n    Type: AWS::SNS::Topic\n    DependsOn: [${times(150, (j) => (i === j ? '' : `R${j}, `))}]\n`)}`,
  'patterns that take for ever': () =>
    `Parameters:\n  A: {Type: String, AllowedPattern: '(a+)+$', Default: ${'a'.repeat(60)}!}\n  B: {Type: String, AllowedPattern: '(.*a){25}', Default: ${'a'.repeat(3000)}}\n  C: {Type: String, AllowedPattern: '(a|a?)+', Default: ${'a'.repeat(40)}b}\n${QUEUE}`,
  'wildcards against wildcards': () =>
    `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n${times(60, () => `          - {Effect: Allow, Action: 's3:*a*b*c*d*e*f*g*', Resource: 'arn:aws:s3:::${'*a'.repeat(200)}'}\n`)}`,
  'a machine of many states': () =>
    `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::123456789012:role/x\n      Definition:\n        StartAt: S0\n        States:\n${times(500, (i) => `          S${i}: {Type: Choice, Choices: [{Variable: $.a, IsPresent: true, Next: S${(i + 1) % 500}}], Default: S${(i * 3) % 500}}\n`)}`,
  'an event pattern of many alternatives': () =>
    `Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: [{wildcard: '${'*a'.repeat(2000)}'}], $or: [${times(3000, () => '{a: [1]}, ')}]}\n`,
  'commands that open and do not close': () =>
    `version: 0.2\nphases:\n  build:\n    commands:\n      - ${'$('.repeat(20_000)}\n      - '${'if true; then '.repeat(5000)}'\n`,
  'comments that silence': () => `${QUEUE}${'# awslint-disable\n# awslint-enable x/*\n'.repeat(20_000)}`,
  'names of what every object has': () =>
    `Resources:\n  constructor:\n    Type: __proto__\n    Properties: {toString: 1, __proto__: {hasOwnProperty: !Ref valueOf}}\n  Q:\n    Type: constructor\nOutputs:\n  __proto__: {Value: !GetAtt constructor.__proto__}\n`,
}

describe('ends, and no rule fails', () => {
  for (const [name, make] of Object.entries(documents)) {
    test(name, { timeout: 60_000 }, () => {
      const text = make()
      const report = core.lint(text, 'template.yaml', { rules, schemas, level: 'info' })
      expect(failuresOf(report)).toEqual([])
      for (const { span } of report.findings) expect(span.end <= text.length && span.start <= span.end).toBe(true)
    })
  }
})

test('a block that is enabled again stays so', () => {
  const text = `Foo: 1 # awslint-disable-line\n# awslint-disable template/unknown-section\n# awslint-enable template/unknown-section\nBar: 1\n# awslint-disable template/unknown-section\nBaz: 1\n# awslint-enable template/unknown-section\n${QUEUE}`
  const { findings, suppressed } = core.lint(text, 'template.yaml', {
    rules,
    schemas,
    kind: 'cloudformation',
    only: ['template/unknown-section'],
  })
  expect(findings.map(({ path }) => path)).toEqual(['Bar'])
  expect(suppressed.map(({ finding }) => finding.path)).toEqual(['Foo', 'Baz'])
})
