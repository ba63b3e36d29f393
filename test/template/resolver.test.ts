/** What each function gives, function by function; `model.test.ts` plays whole templates through. */
import { describe, expect, test } from 'vitest'
import type { TypeSchema } from '../../src/schema/format.ts'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, type Node, spanOf } from '../../src/source/tree.ts'
import { type Inputs, Template } from '../../src/template/template.ts'
import { both, canHold } from '../../src/values.ts'

const DECLARED = `
Parameters:
  Env: { Type: String, AllowedValues: [dev, prod, dev] }
  Text: { Type: String, Default: text }
  Free: { Type: String }
  Count: { Type: Number, Default: 5 }
  Free9: { Type: Number }
  Names: { Type: CommaDelimitedList, Default: 'a, b' }
  Few: { Type: CommaDelimitedList, AllowedValues: ['a,b'] }
  Secret: { Type: String, NoEcho: true, Default: geheim }
  Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /image }
  Stored: { Type: String, Default: '{{resolve:ssm:name}}' }
Conditions: { Is: !Equals [!Ref Free, yes] }
Mappings: { M: { a: { x: ax, list: [l1, l2] }, b: { y: by } } }
Resources:
  T: { Type: 'A::B::C' }
`
const TYPE: TypeSchema = { p: {}, a: { Arn: 's', Zones: 'l', Port: '*' } } as unknown as TypeSchema
const schemas = { type: (name: string) => (name === 'A::B::C' ? TYPE : undefined), names: () => ['A::B::C'] }

function factsOf(value: string, inputs: Inputs = {}) {
  const source = parseSource(`${DECLARED}Outputs: { O: { Value: ${value} } }\n`, 'template.yaml')
  const template = new Template(source, source.root as Mapping, 'cloudformation', { schemas, inputs })
  return { template, facts: template.resolver.resolve(at(template.root, 'Outputs', 'O', 'Value') as Node, template.always) }
}

const plain = (node: Node): unknown =>
  node.kind === 'scalar' ? node.value : node.kind === 'sequence' ? node.items.map(plain) : node.entries.map(({ key }) => key.text)

/** Each case: a value as JSON, `?` and what is known of its kind, `-` for nothing at all; then the conditions. */
function casesOf(value: string, inputs: Inputs = {}): string {
  const { facts } = factsOf(value, inputs)
  facts.forEach((fact, i) => {
    for (const other of facts.slice(i + 1)) expect(canHold(both(fact.when, other.when)), 'two cases at once').toBe(false)
  })
  return facts
    .map((fact) => {
      const what = fact.state === 'known' ? JSON.stringify(plain(fact.value)) : fact.state === 'absent' ? '-' : `?${fact.shape ?? ''}`
      return fact.when.because.length ? `${what} when ${fact.when.because.join(' and ')}` : what
    })
    .join(' | ')
}

describe('scalars', () => {
  test.each([
    ['text', '"text"'],
    ['5', '5'],
    ['"{{resolve:ssm:name}}"', '?string'],
    ['"x{{resolve:secretsmanager:a:SecretString:b}}"', '?string'],
    ['"{{ssm:name}}"', '?string'],
    ['"{{ resolve : ssm : name }}"', '?string'],
    ['"{{mustache}}"', '"{{mustache}}"'],
    ['"a resolve: b"', '"a resolve: b"'],
    ['"*text"', '"*text"'],
    ['*lost', '?'],
    ['{ a: 1, b: 2 }', '["a","b"]'],
  ])('%s: %s', (value, expected) => expect(casesOf(value)).toBe(expected))
})

describe('Ref', () => {
  test.each([
    ['!Ref AWS::NoValue', '-'],
    ['!Ref Env', '"dev" | "prod"'],
    ['!Ref Text', '"text" | ?string'],
    ['!Ref Count', '5 | ?number'],
    ['!Ref Free', '?string'],
    ['!Ref Free9', '?number'],
    ['!Ref Names', '["a","b"] | ?list'],
    ['!Ref Few', '?list'],
    ['!Ref Secret', '?string'],
    ['!Ref Image', '?string'],
    ['!Ref Stored', '?string'],
    ['!Ref T', '?string'],
    ['!Ref Nothing', '?'],
    ['!Ref [T]', '?'],
    ['!Ref AWS::StackName', '?string'],
    ['!Ref AWS::NotificationARNs', '?list'],
    ['!Ref AWS::Partition', '"aws" | ?string'],
    ['!Ref AWS::URLSuffix', '"amazonaws.com" | ?string'],
    ['!Ref AWS::Region', '?string'],
  ])('%s: %s', (value, expected) => expect(casesOf(value)).toBe(expected))

  test('what is given for the deployment is the value', () => {
    const inputs = { parameters: { Free: 'given', Env: 'prod', Names: 'x,y' } }
    expect(['!Ref Free', '!Ref Env', '!Ref Names', '!Sub "${Free}-${Env}"'].map((value) => casesOf(value, inputs))).toEqual([
      '"given"',
      '"prod"',
      '["x","y"]',
      '"given-prod"',
    ])
  })
  test('the Regions that are given are those that there are', () => {
    expect(casesOf('!Ref AWS::Region', { regions: ['eu-central-1'] })).toBe('"eu-central-1"')
    expect(casesOf('!Ref AWS::Region', { regions: ['eu-central-1', 'us-east-1', 'eu-central-1'] })).toBe('"eu-central-1" | "us-east-1"')
    expect(casesOf('!Ref AWS::Region', { regions: [] })).toBe('?string')
    expect(casesOf('!Ref AWS::StackName', { regions: ['eu-central-1'] })).toBe('?string')
  })
  test('a value of a parameter stands where it is declared', () => {
    const { facts, template } = factsOf('!Ref Text')
    const [known] = facts
    if (known?.state !== 'known') throw new Error('not known')
    const { start, end } = spanOf(known.node)
    expect(template.source.text.slice(start, end)).toBe('text')
    expect(known.via).toBe(at(template.root, 'Outputs', 'O', 'Value'))
  })
  test('more than 128 allowed values are not looked at', () => {
    const many = (count: number): string => {
      const values = Array.from({ length: count }, (_, i) => `v${i}`).join(', ')
      const source = parseSource(
        `Parameters: { P: { Type: String, AllowedValues: [${values}] } }\nOutputs: { O: { Value: !Ref P } }\n`,
        'template.yaml',
      )
      const template = new Template(source, source.root as Mapping, 'cloudformation')
      const node = at(template.root, 'Outputs', 'O', 'Value') as Node
      const facts = template.resolver.resolve(node, template.always)
      const shapes = facts.flatMap((fact) => (fact.state === 'unknown' ? [fact.shape] : []))
      return [facts.length, template.resolver.incomplete.size, ...shapes].join(' ')
    }
    expect([many(128), many(129)]).toEqual(['128 0', '1 1 string'])
  })
})

describe('Fn::GetAtt has the kind that the schema says', () => {
  test.each([
    ['!GetAtt T.Arn', '?string'],
    ['!GetAtt T.Zones', '?list'],
    ['!GetAtt T.Port', '?'],
    ['!GetAtt T.Other', '?'],
    ['!GetAtt T', '?'],
    ['!GetAtt [T, !Ref Free]', '?'],
    ['!GetAtt Gone.Arn', '?'],
    ['!GetAtt [!Ref Free, Arn]', '?'],
  ])('%s: %s', (value, expected) => expect(casesOf(value)).toBe(expected))
})

describe('functions that choose', () => {
  test.each([
    ['!If [Is, a, b]', '"a" when Is is true | "b" when Is is false'],
    ['!If [Is, a, !Ref AWS::NoValue]', '"a" when Is is true | - when Is is false'],
    ['!If [Is, !If [Is, a, b], c]', '"a" when Is is true | "c" when Is is false'],
    ['!If [Is, a]', '?'],
    ['!If [!Ref Free, a, b]', '?'],
    ['!If Is', '?'],
    ['!FindInMap [M, a, x]', '"ax"'],
    ['!FindInMap [M, a, list]', '["l1","l2"]'],
    ['!FindInMap [M, a, y]', '?'],
    ['!FindInMap [M, a, y, { DefaultValue: d }]', '"d"'],
    ['!FindInMap [N, a, y, { DefaultValue: d }]', '"d"'],
    ['!FindInMap [M, !Ref Free, x, { DefaultValue: d }]', '"ax" | "d" | "d"'],
    ['!FindInMap [M, !Ref Free, x]', '"ax" | ?'],
    ['!FindInMap [!Ref Free, a, x, { DefaultValue: d }]', '?'],
    ['!FindInMap [M, !Ref AWS::Region, x]', '?'],
    ['!FindInMap M', '?'],
    ['!Select [0, [a, b]]', '"a"'],
    ['!Select ["1", [a, b]]', '"b"'],
    ['!Select [2, [a, b]]', '?'],
    ['!Select [-1, [a, b]]', '?'],
    ['!Select [x, [a, b]]', '?'],
    ['!Select ["1x", [a, b]]', '?'],
    ['!Select [!Ref Free, [a, b]]', '?'],
    ['!Select [1, [!Ref AWS::NoValue, a, b]]', '"b"'],
    ['!Select [1, [!If [Is, a, !Ref AWS::NoValue], b, c]]', '"b" when Is is true | "c" when Is is false'],
    ['!Select [1, [!If [Is, a, !Ref AWS::NoValue], b]]', '"b" when Is is true | ? when Is is false'],
    ['!Select [0, !Ref Names]', '"a" | ?'],
    ['!Select [1, !Split [",", "a,b"]]', '"b"'],
    ['!Select [0, text]', '?'],
    ['!Select [0]', '?'],
    ['!Select 0', '?'],
  ])('%s: %s', (value, expected) => expect(casesOf(value)).toBe(expected))
})

describe('functions that make texts', () => {
  test.each([
    ['!Sub "a"', '"a"'],
    ['!Sub "${Env}-${!Kept}"', '"dev-${Kept}" | "prod-${Kept}"'],
    ['!Sub "${Free}"', '?string'],
    ['!Sub "${T.Arn}"', '?string'],
    ['!Sub "${AWS::Partition}"', '"aws" | ?string'],
    ['!Sub ["${A}${Env}", { A: a }]', '"adev" | "aprod"'],
    ['!Sub ["${Env}", { Env: own }]', '"own"'],
    ['!Sub ["${A}", { A: [list] }]', '?string'],
    ['!Sub ["${A}", { A: ~ }]', '?string'],
    ['!Sub ["{{resolve:ssm:${A}}}", { A: a }]', '?string'],
    ['!Sub [!Ref Free]', '?string'],
    ['!Join ["-", [a, b]]', '"a-b"'],
    ['!Join ["-", [a]]', '"a"'],
    ['!Join ["-", []]', '""'],
    ['!Join ["-", ["", a]]', '"-a"'],
    ['!Join ["-", [a, !Ref AWS::NoValue, b]]', '"a-b"'],
    ['!Join ["-", [!Ref AWS::NoValue, b]]', '"b"'],
    ['!Join ["-", [!If [Is, a, !Ref AWS::NoValue], b]]', '"b" when Is is false | "a-b" when Is is true'],
    ['!Join ["-", [a, !Ref Free]]', '?string'],
    ['!Join ["-", !Ref Names]', '"a-b" | ?string'],
    ['!Join ["-", text]', '?string'],
    ['!Join [!Ref Free, [a, b]]', '?string'],
    ['!Join ["-"]', '?string'],
    ['!Join text', '?string'],
    ['!Base64 "ä€"', '"w6Tigqw="'],
    ['!Base64 { Fn::Sub: "${Env}" }', '"ZGV2" | "cHJvZA=="'],
    ['!Base64 { Ref: Free }', '?string'],
    ['{ Fn::Base64: ~ }', '?string'],
    ['!Base64 [a]', '?string'],
    ['!ImportValue x', '?string'],
    ['{ Fn::ToJsonString: { a: 1 } }', '?string'],
    ['{ Fn::Transform: { Name: Mine } }', '?'],
  ])('%s: %s', (value, expected) => expect(casesOf(value)).toBe(expected))
})

describe('functions that make lists and numbers', () => {
  test.each([
    ['!Split [",", "a, b,"]', '["a"," b",""]'],
    ['!Split ["::", !Sub "${Env}::x"]', '["dev","x"] | ["prod","x"]'],
    ['!Split [",", !Ref Free]', '?list'],
    ['!Split [",", [a]]', '?list'],
    ['!Split ["", "a"]', '?list'],
    ['!Split [!Ref Free, "a"]', '?list'],
    ['!Split [","]', '?list'],
    ['!Split ","', '?list'],
    ['{ Fn::Length: [a, b] }', '2'],
    ['{ Fn::Length: [] }', '0'],
    ['{ Fn::Length: { Ref: Names } }', '2 | ?number'],
    ['{ Fn::Length: [a, { Ref: "AWS::NoValue" }] }', '?number'],
    ['{ Fn::Length: [a, { "Fn::If": [Is, a, b] }] }', '?number'],
    ['{ Fn::Length: text }', '?number'],
    ['!Cidr [10.0.0.0/16, 2, 8]', '["10.0.0.0/24","10.0.1.0/24"]'],
    ['!Cidr [10.0.0.0/16, 2]', '["10.0.0.0/24","10.0.1.0/24"]'],
    ['!Cidr [!If [Is, 10.0.0.0/16, 10.1.0.0/16], 1, 8]', '["10.0.0.0/24"] when Is is true | ["10.1.0.0/24"] when Is is false'],
    ['!Cidr [!Ref Free, 2, 8]', '?list'],
    ['!Cidr [10.0.0.0/16, !Ref Free9, 8]', '?list'],
    ['!Cidr [10.0.0.0/16, 2, !Ref Free9]', '?list'],
    ['!Cidr [10.0.0.0/16]', '?list'],
    ['!Cidr []', '?list'],
    ['!Cidr 10.0.0.0/16', '?list'],
    ['!GetAZs ""', '?list'],
  ])('%s: %s', (value, expected) => expect(casesOf(value)).toBe(expected))
})

describe('bounds', () => {
  test('a condition that cannot be decided leaves both branches unknown', () => {
    const chain = Array.from({ length: 200 }, (_, i) => `D${i}: !Not [Condition: D${i + 1}]`).join(', ')
    const source = parseSource(`Conditions: { ${chain} }\nOutputs: { O: { Value: !If [D0, a, b] } }\n`, 'template.yaml')
    const template = new Template(source, source.root as Mapping, 'cloudformation')
    const facts = template.resolver.resolve(at(template.root, 'Outputs', 'O', 'Value') as Node, template.always)
    expect(facts.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  })
  const nested = (depth: number): string => `${'!Join ["", ['.repeat(depth)}a${']]'.repeat(depth)}`
  test('functions within functions', () => {
    expect(casesOf(nested(20))).toBe('"a"')
    expect(casesOf(nested(60))).toBe('?string')
  })
  test('the length of a text', () => {
    const half = 'x'.repeat(50_000)
    expect(casesOf(`!Join ["", [${half}, ${half}]]`)).toHaveLength(100_002)
    expect(casesOf(`!Join ["", [${half}, ${half}, y]]`)).toBe('?string')
  })
  test('cases of one value', () => {
    const parameters = Array.from({ length: 8 }, (_, i) => `P${i}: { Type: String, AllowedValues: [a, b] }`)
    const cases = (count: number): number => {
      const text = Array.from({ length: count }, (_, i) => `\${P${i}}`).join('')
      const source = parseSource(`Parameters: { ${parameters.join(', ')} }\nOutputs: { O: { Value: !Sub "${text}" } }\n`, 'template.yaml')
      const template = new Template(source, source.root as Mapping, 'cloudformation')
      return template.resolver.resolve(at(template.root, 'Outputs', 'O', 'Value') as Node, template.always).length
    }
    expect([cases(7), cases(8)]).toEqual([128, 1])
  })
})
