/** Texts that are documents of their own: what is known of them, and where each part is written. */
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, type Node } from '../../src/source/tree.ts'
import { Template } from '../../src/template/template.ts'
import { textsAt, textsOf } from '../../src/template/texts.ts'
import { OPAQUE } from '../../src/text.ts'

const DECLARED = `
Parameters:
  Known: { Type: String, AllowedValues: [k] }
  Two: { Type: String, AllowedValues: [one, two] }
  Free: { Type: String }
Conditions: { Is: !Equals [!Ref Free, yes] }
`

function read(value: string) {
  const source = parseSource(
    `${DECLARED}Resources: { R: { Type: 'AWS::SNS::Topic', Properties: { P: ${value}, Q: 1 } } }\n`,
    'template.yaml',
  )
  const template = new Template(source, source.root as Mapping, 'cloudformation')
  return { source, template, node: at(template.root, 'Resources', 'R', 'Properties', 'P') as Node }
}

/** With `?` for what is not known. */
function textsIn(value: string): string[] {
  const { template, node } = read(value)
  return textsAt(template, node, template.always).map(({ text, when }) => {
    const because = when.because.length ? ` when ${when.because.join(' and ')}` : ''
    return `${text.text.replaceAll(OPAQUE, '?')}${because}`
  })
}

test.each([
  ['plain', ['plain']],
  ['1', ['1']],
  ['~', []],
  ['{ a: 1 }', []],
  ['[a]', []],
  ['!Ref Free', []],
  ['!Ref AWS::NoValue', []],
  ['!GetAtt R.Arn', []],
  ['"a {{resolve:ssm:x}} b {{resolve:secretsmanager:y:SecretString:z}}"', ['a ? b ?']],
  ['!Sub "a ${Free} b ${R.Arn}"', ['a ? b ?']],
  ['!Sub "a ${!Free} b"', ['a ${Free} b']],
  ['!Sub "${!A}${!B}${C}"', ['${A}${B}?']],
  ['!Sub "{{resolve:ssm:x}}${!A}"', ['?${A}']],
  ['!Sub ["a ${X} ${Y} ${Z}", { X: x, Y: !Ref Two, Z: ~ }]', ['a x ? ?']],
  ['!Sub ["a ${X}", { X: !Ref Free }]', ['a ?']],
  ['!Sub ["a ${X}", { X: [b] }]', ['a ?']],
  ['!Sub ["a ${X} ${Y}", { Y: y, X: !Join ["-", [b, c]] }]', ['a b-c y']],
  ['!Sub [!Ref Free, {}]', []],
  ['!Join ["-", [a, !Ref Free, b]]', ['a-?-b']],
  ['!Join ["", [!If [Is, a, b], c]]', ['?c']],
  ['!Join ["", [!If [Is, a, !Ref Free], c]]', ['?c']],
  ['!Join ["-", [a, !Sub "${Free}b"]]', ['a-?b']],
  ['!Join ["-", []]', ['']],
  ['!Join ["-", [a]]', ['a']],
  ['!Join [!Ref Free, [a, b]]', []],
  ['!Join ["-", !Split [",", "a,b"]]', []],
  ['!Join "-"', []],
  ['!If [Is, a, b]', ['a when Is is true', 'b when Is is false']],
  ['!If [Is, !Sub "${Free}a", !If [Is, no, b]]', ['?a when Is is true', 'b when Is is false']],
  ['!If [Is, a, b, c]', ['a when Is is true', 'b when Is is false']],
  ['!If [!Ref Is, a, b]', []],
  ['!If Is', []],
])('%s: %j', (value, expected) => expect(textsIn(value)).toEqual(expected))

test('a property is read where it counts', () => {
  const { template } = read('text')
  const properties = template.resources.get('R')
  if (!properties) throw new Error('no R')
  expect(textsOf(template, properties, 'P').map(({ text }) => text.text)).toEqual(['text'])
  expect(textsOf(template, properties, 'Nothing')).toEqual([])
})

describe('each part is where it is written', () => {
  const written = (value: string, part: string): string => {
    const { source, template, node } = read(value)
    const [only] = textsAt(template, node, template.always)
    if (!only) throw new Error('no text')
    const start = only.text.text.indexOf(part)
    const { start: from, end } = only.text.span(start, start + part.length)
    return source.text.slice(from, end)
  }
  test.each([
    ['!Sub "one ${Free} two"', OPAQUE, '${Free}'],
    ['!Sub "one ${Free} two"', 'two', 'two'],
    ['!Sub "one ${!Two} three"', '${Two}', '${!Two}'],
    ['!Sub ["one ${X} two", { X: value }]', 'value', '${X}'],
    ['"a {{resolve:ssm:x}} b"', OPAQUE, '{{resolve:ssm:x}}'],
    ['!Join ["-", [one, !Ref Free, two]]', 'one', 'one'],
    ['!Join ["-", [one, two]]', 'two', 'two'],
    ['!Join ["-", ["one", "two"]]', 'one-two', 'one", "two'],
  ])('%s: %j', (value, part, expected) => expect(written(value, part)).toBe(expected))
})
