import { describe, expect, test } from 'vitest'
import type { SchemaSource, TypeSchema } from '../../src/schema/format.ts'
import { SCHEMA_MESSAGES } from '../../src/schema/problems.ts'
import { schemaProblems } from '../../src/schema/validate.ts'
import { parseSource } from '../../src/source/source.ts'
import { Template } from '../../src/template/template.ts'

const TYPE: TypeSchema = {
  p: {
    Text: 's',
    Number: 'n',
    Integer: { t: 'i', min: 1, max: 9 },
    Boolean: 'b',
    Json: 'j',
    Any: '*',
    List: { t: 'l', of: 's', min: 1, max: 2, unique: true },
    Objects: { t: 'l', of: '#Node' },
    Map: { t: 'm', of: 'i' },
    Object: '#Node',
    Open: '#Open',
    Union: { t: 'u', of: ['#Node', 's'] },
    Choice: { t: 's', enum: ['Red', 'green'], anyCase: true },
    Slow: { t: 's', pattern: '^.*,.*,.*,$', slow: 4 },
    Old: 's',
  },
  old: ['Old'],
  a: { Arn: 's', Zones: 'l' },
  d: {
    Node: { p: { Name: { t: 's', min: 2 }, Next: '#Node' }, r: ['Name'] },
    Open: { p: { Name: 's' }, open: true },
  },
}
const schemas: SchemaSource = { type: (name) => (name === 'A::B::C' ? TYPE : undefined), names: () => ['A::B::C'] }

/** What is wrong with the properties, as `kind: message`. */
function problems(properties: string, rest = ''): string[] {
  const lines = properties.split('\n').map((line) => `      ${line}`)
  const source = parseSource(`Resources:\n  R:\n    Type: A::B::C\n    Properties:\n${lines.join('\n')}\n${rest}`, 'a.yaml')
  if (source.root?.kind !== 'mapping') throw new Error('no template')
  const template = new Template(source, source.root, 'cloudformation', { schemas })
  const [resource] = template.resources.values()
  if (!resource) throw new Error('no resource')
  return schemaProblems(resource).map(({ kind, message, data, place }) => {
    const text = (SCHEMA_MESSAGES[kind] as Readonly<Record<string, string>>)[message] as string
    const because = 'when' in place && place.when?.because.length ? ` (${place.when.because.join(' and ')})` : ''
    return `${kind}: ${text.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name]))}${because}`
  })
}

const CONDITIONS = `Parameters:
  Stage: {Type: String}
Conditions:
  IsA: !Equals [!Ref Stage, a]
  IsB: !Equals [!Ref Stage, b]
`

describe('scalars are taken as CloudFormation converts them', () => {
  test.each([
    'Text: 5',
    'Text: true',
    'Number: "1.5"',
    'Number: 1e3',
    'Integer: "5"',
    'Integer: 5.0',
    'Boolean: "true"',
    'Boolean: "False"',
    'Boolean: yes',
    'Json: {a: 1}',
    "Json: '{}'",
    'Any: [1]',
    'Map: {a: "1"}',
    'Choice: RED',
    'Open: {Other: [1]}',
    'Union: text',
    'Union: {Name: ab}',
    'Object: {Name: ab, Next: {Name: cd}}',
    'Text: "{{resolve:ssm:name}}"',
    'List: !Split [",", !Ref AWS::Region]',
    'List: [!Ref AWS::Region, a]',
    'Text: !GetAtt R.Arn',
    'List: !GetAtt R.Zones',
    'Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}',
    'Object: {Fn::Transform: {Name: M}}',
    `Slow: ${'x'.repeat(10_000)}`,
  ])('%s', (properties) => expect(problems(properties)).toEqual([]))
})

describe('what is wrong', () => {
  test.each([
    ['Integer: 10', ['number-out-of-range: Integer is 10; it must be 1 to 9.']],
    ['Integer: five', ['wrong-type: Integer is "five"; it must be a whole number.']],
    ['Boolean: 1', ['wrong-type: Boolean is "1"; it must be true or false.']],
    ['Text: {a: 1}', ['wrong-type: Text is a map; it must be a string.']],
    ['Json: [1]', ['wrong-type: Json is a list; it must be a map or a JSON string.']],
    ['Map: {a: x}', ['wrong-type: a is "x"; it must be a whole number.']],
    ['List: []', ['item-count: List has 0 items; it must have 1 to 2 items.']],
    ['List: [a, a]', ['duplicate-item: List holds "a" twice; each item must be different.']],
    ['Object: {}', ['required-property-missing: Object of A::B::C needs Name, which is not set.']],
    ['Object: {Name: ab, Nam: x}', ['unknown-property: "Nam" is no property of Object of A::B::C; did you mean "Name"?']],
    ['Object: {Name: ab, Next: {Name: c}}', ['length-out-of-range: Name has 1 character; it must have at least 2 characters.']],
    ['Union: [a]', ['wrong-type: Union is a list; it must be a map or a string.']],
    ['Union: {Name: a}', ['length-out-of-range: Name has 1 character; it must have at least 2 characters.']],
    ['Choice: blue', ['value-not-allowed: Choice is "blue"; it must be Red or green.']],
    ['Slow: a', ['pattern-mismatch: Slow is "a"; it must match the pattern ^.*,.*,.*,$.']],
    ['Arn: x', ['read-only-property: Arn is set by A::B::C itself; remove it and read it with Fn::GetAtt.']],
    ['Old: x', ['deprecated-property: Old of A::B::C is deprecated; use what its documentation names instead.']],
    ['Text: !GetAtt R.Zones', ['wrong-type: Text is what Fn::GetAtt gives, a list; it must be a string.']],
    ['List: !Ref R', ['wrong-type: List is what Ref gives, a string; it must be a list.']],
    ['Object: !Sub x${AWS::Region}', ['wrong-type: Object is what Fn::Sub gives, a string; it must be a map.']],
  ])('%s', (properties, expected) => expect(problems(properties)).toEqual(expected))
})

describe('conditions', () => {
  test('both sides are checked, each under its condition', () => {
    expect(problems('Integer: !If [IsA, 10, !If [IsB, 0, 5]]', CONDITIONS)).toEqual([
      'number-out-of-range: Integer is 10; it must be 1 to 9. (IsA is true)',
      'number-out-of-range: Integer is 0; it must be 1 to 9. (IsA is false and IsB is true)',
    ])
  })
  test('what cannot hold at once is not reported', () => {
    expect(problems('Integer: !If [IsA, !If [IsB, 10, 5], 5]', CONDITIONS)).toEqual([])
    expect(problems('List: [a, !If [IsA, b, !Ref AWS::NoValue], !If [IsB, c, !Ref AWS::NoValue]]', CONDITIONS)).toEqual([])
  })
  test('a property that a condition removes is missing then', () => {
    expect(problems('Object: {Name: !If [IsA, ab, !Ref AWS::NoValue]}', CONDITIONS)).toEqual([
      'required-property-missing: Object of A::B::C needs Name, which is not set. (IsA is false)',
    ])
  })
  test('items that conditions remove do not count', () => {
    expect(problems('List: [!If [IsA, a, !Ref AWS::NoValue]]', CONDITIONS)).toEqual([
      'item-count: List has 0 items; it must have 1 to 2 items. (IsA is false)',
    ])
  })
})

test('the cost stays local: many conditional items and deep nesting', () => {
  const count = 200
  const conditions = Array.from({ length: count }, (_, i) => `  C${i}: !Equals [!Ref P${i}, a]`).join('\n')
  const parameters = Array.from({ length: count }, (_, i) => `  P${i}: {Type: String}`).join('\n')
  const items = Array.from({ length: count }, (_, i) => `  - !If [C${i}, {Name: a${i}}, !Ref AWS::NoValue]`).join('\n')
  const began = performance.now()
  expect(problems(`Objects:\n${items}`, `Parameters:\n${parameters}\nConditions:\n${conditions}\n`)).toEqual([])
  expect(performance.now() - began).toBeLessThan(1000)
})

test('a macro may turn anything into anything', () => {
  expect(problems('Nonsense: 1', 'Transform: [Mine]\n')).toEqual([])
})
