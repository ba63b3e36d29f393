/** Event patterns wherever a template holds them: what is wrong with them, and their fields. */
import { describe, expect, test } from 'vitest'
import { fieldsOf, patternFaults, patternsIn } from '../src/eventpattern.ts'
import { parseSource } from '../src/source/source.ts'
import { type Mapping, spanOf } from '../src/source/tree.ts'
import { Template } from '../src/template/template.ts'

function patternsOf(resource: string, kind: 'cloudformation' | 'sam' = 'cloudformation') {
  const source = parseSource(
    `Parameters:\n  Name: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Name, prod]\nResources:\n  R:\n    ${resource}\n`,
    'a.yaml',
  )
  const template = new Template(source, source.root as Mapping, kind)
  const holder = template.resources.get('R')
  if (!holder) throw new Error('no resource')
  return { source, patterns: patternsIn(holder) }
}

/** What is said of a pattern of a rule: the text that it points at, and the sentence. */
function said(
  pattern: string,
  type = 'AWS::Events::Rule',
  around: (pattern: string) => string = (one) => `{EventPattern: ${one}}`,
): string[] {
  const { source, patterns } = patternsOf(`{Type: ${type}, Properties: ${around(pattern)}}`)
  return patterns.flatMap(({ objects, matcher }) =>
    objects.flatMap((one) =>
      patternFaults(one, matcher).map(({ node, name, says }) => {
        const { start, end } = spanOf(node)
        return `${source.text.slice(start, end)} | "${name}" ${says}`
      }),
    ),
  )
}

describe('nothing to say', () => {
  test.each([
    '{source: [aws.ec2]}',
    '{source: [{prefix: aws.}], detail: {state: [{anything-but: [stopped, failed]}]}}',
    '{detail: {n: [{numeric: [">", 0, "<=", 5]}], m: [{numeric: ["=", 3]}], k: [{numeric: ["<", -1]}]}}',
    '{detail: {ip: [{cidr: 10.0.0.0/24}, {cidr: "2001:db8::/32"}], a: [{exists: false}], b: [null, true, "", 1]}}',
    '{detail: {a: [{anything-but: {prefix: x}}, {anything-but: 3}, {suffix: {equals-ignore-case: .png}}, {wildcard: "a*b*"}]}}',
    '{detail: {$or: [{a: [x]}, {b: {c: [y]}}]}}',
    '{source: !Ref Name}',
    '{source: [!Ref Name], detail: {n: [{numeric: [">", !Ref Name]}]}}',
    '!Ref Name',
    `'{"source": ["aws.ec2"]}'`,
    `!Sub '{"source": ["\${Name}"], "detail": {"n": [{"numeric": [">", \${Name}]}]}}'`,
    '{detail: {exists: {prefix: [x]}}}',
    '{source: !If [IsProd, [a], !Ref AWS::NoValue]}',
  ])('%s', (pattern) => {
    expect(said(pattern)).toEqual([])
  })
})

test.each([
  ['{source: aws.ec2}', 'aws.ec2 | "source" is aws.ec2; write a list, as in ["aws.ec2"]'],
  ['{source: []}', 'source | "source" is an empty list; list the values that it may have'],
  ['{detail: {}}', 'detail | "detail" is an empty object; list the values that it may have'],
  ['{source: [[a]]}', 'a | "source" holds a list in a list; leave out the inner brackets'],
  ['{source: {prefix: aws.}}', 'prefix | "prefix" is an operator; put it in a list, as in source: [{prefix: …}]'],
  ['{source: [{preffix: aws.}]}', 'preffix | "preffix" is no operator; write prefix'],
  ['{source: [{prefix: a, suffix: b}]}', 'suffix | "suffix" stands beside "prefix"; an operator has an object of its own'],
  ['{source: [{prefix: [a, b]}]}', 'prefix | "prefix" takes one text'],
  ['{source: [{wildcard: "a**b"}]}', '"a**b" | "wildcard" cannot hold two stars in a row, as in "a**b"'],
  ['{source: [{exists: yep}]}', 'yep | "exists" takes true or false'],
  ['{source: [{cidr: 10.0.0.0}]}', '10.0.0.0 | "cidr" takes an address range, as in "10.0.0.0/24", not "10.0.0.0"'],
  ['{source: [{anything-but: true}]}', 'true | "anything-but" takes texts or numbers, not true'],
  [
    '{source: [{anything-but: [1, a]}]}',
    'anything-but | "anything-but" mixes texts and numbers; its list holds only texts or only numbers',
  ],
  [
    '{source: [{anything-but: {numeric: ["=", 1]}}]}',
    'numeric | "numeric" cannot stand within anything-but; it takes prefix, suffix, equals-ignore-case or wildcard',
  ],
  ['{n: [{numeric: 5}]}', '5 | "numeric" takes a list of comparisons, as in [">", 0, "<=", 5]'],
  ['{n: [{numeric: []}]}', 'numeric | "numeric" has no comparison; write one, as in [">", 0]'],
  ['{n: [{numeric: ["!=", 5]}]}', '"!=" | "numeric" compares with =, <, <=, > or >=, not "!="'],
  ['{n: [{numeric: [">"]}]}', '">" | "numeric" needs a number behind ">", without quotes'],
  ['{n: [{numeric: [">", "5"]}]}', '"5" | "numeric" needs a number behind ">", without quotes'],
  ['{n: [{numeric: [">", 5, "<", 3]}]}', 'numeric | "numeric" matches nothing: no number is above 5 and below 3'],
  ['{n: [{numeric: [">", 5, ">=", 7]}]}', '">=" | "numeric" has two lower bounds; write one'],
  ['{n: [{numeric: ["=", 5, "<", 7]}]}', '"=" | "numeric" takes one comparison, or a lower and an upper bound'],
  ['{n: [{numeric: [">", 6000000000]}]}', '6000000000 | "numeric" compares numbers from -5000000000 to 5000000000'],
  ['{$or: {a: [x]}}', '$or | "$or" takes a list of objects'],
  ['{$or: [{a: [x]}]}', '$or | "$or" needs at least two objects'],
  ['{$or: [{a: [x]}, b]}', 'b | "$or" takes objects only'],
  [`'{"source": "aws.ec2"}'`, '"aws.ec2" | "source" is aws.ec2; write a list, as in ["aws.ec2"]'],
])('%s', (pattern, expected) => {
  expect(said(pattern)).toEqual([expected])
})

test('where patterns stand', () => {
  const filter = (one: string): string => `{FilterCriteria: {Filters: [{Pattern: ${one}}]}}`
  const scalar = `'{"a": "b"}'`
  expect(said(scalar, 'AWS::Lambda::EventSourceMapping', filter)).toHaveLength(1)
  expect(said(scalar, 'AWS::Pipes::Pipe', (one) => `{SourceParameters: ${filter(one)}}`)).toHaveLength(1)
  expect(said('{a: b}', 'AWS::SNS::Subscription', (one) => `{FilterPolicy: ${one}}`)).toHaveLength(1)
  const events = `{E: {Type: EventBridgeRule, Properties: {Pattern: {a: b}}}, S: {Type: SNS, Properties: {FilterPolicy: {a: b}}}, Q: {Type: SQS, Properties: ${filter(scalar)}}}`
  const { patterns } = patternsOf(`{Type: AWS::Serverless::Function, Properties: {Events: ${events}}}`, 'sam')
  expect(patterns.map(({ matcher, objects }) => [matcher, objects.length])).toEqual([
    ['EventBridge', 1],
    ['SNS', 1],
    ['Lambda', 1],
  ])
})

test('text that is no object', () => {
  const malformed = (pattern: string): unknown[] =>
    patternsOf(`{Type: AWS::Events::Rule, Properties: {EventPattern: ${pattern}}}`).patterns.flatMap((one) => one.malformed)
  expect(malformed(`'{"source": ["aws.ec2"}'`)).toHaveLength(1)
  expect(malformed('aws.ec2')).toHaveLength(1)
  expect(malformed(`!Sub '{"source": \${Name}}'`)).toHaveLength(0)
})

test('fields', () => {
  const { patterns } = patternsOf(
    '{Type: AWS::Events::Rule, Properties: {EventPattern: {source: [a, b], detail: {$or: [{x: [1]}, {y: {z: [{prefix: q}]}}]}}}}',
  )
  const fields = patterns.flatMap(({ objects }) => objects.flatMap(fieldsOf))
  expect(fields.map(({ path, values }) => [path.join('.'), values.length])).toEqual([
    ['source', 2],
    ['detail.x', 1],
    ['detail.y.z', 1],
  ])
})
