/** Documents that a property holds, as an object and as text. */
import { expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { contentsOf } from '../../src/template/contents.ts'
import { type Resource, Template } from '../../src/template/template.ts'
import { string } from '../../src/values.ts'

function kindsOf(content: string): (string | undefined)[][] {
  const source = parseSource(
    `Parameters:\n  Kind: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Kind, prod]\nResources:\n  D:\n    Type: AWS::SSM::Document\n    Properties:\n      Content: ${content}\n`,
    'a.yaml',
  )
  const template = new Template(source, source.root as Mapping, 'cloudformation')
  return contentsOf(template.resources.get('D') as Resource, 'Content').map((one) =>
    one.facts('a').map((fact) => (fact.state === 'known' ? string.read(fact.value) : fact.state)),
  )
}

test.each([
  ['{a: b}', [['b']]],
  [`'{"a": "b"}'`, [['b']]],
  ['"a: b"', [['b']]],
  [`!Sub '{"a": "\${Kind}"}'`, [['unknown']]],
  ['!If [IsProd, {a: b}, {c: d}]', [['b'], ['absent']]],
  ['!ToJsonString {a: b}', [['b']]],
  [`!If [IsProd, !ToJsonString {a: !Ref Kind}, '{"a": "c"}']`, [['unknown'], ['c']]],
  [`'{"a": '`, []],
  ['!Ref Kind', []],
  ['plain', []],
])('%s', (content, expected) => expect(kindsOf(content)).toEqual(expected))
