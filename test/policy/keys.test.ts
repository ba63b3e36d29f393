/** The keys of a template that a property leads to. */
import { expect, test } from 'vitest'
import { keysAt } from '../../src/policy/keys.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { type Resource, Template } from '../../src/template/template.ts'

const keys = (value: string): unknown[] => {
  const text = `Parameters:
  Name: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Name, prod]
Resources:
  Key: {Type: AWS::KMS::Key}
  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/a, TargetKeyId: !GetAtt Key.Arn}}
  Foreign: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/b, TargetKeyId: !Ref Name}}
  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: ${value}}}
`
  const source = parseSource(text, 'a.yaml')
  const template = new Template(source, source.root as Mapping, 'cloudformation')
  return keysAt(template.resources.get('Queue') as Resource, 'KmsMasterKeyId').map(({ key, attribute, alias, when }) => [
    key.id,
    attribute,
    alias?.id,
    ...when.because,
  ])
}

test.each([
  ['!Ref Key', [['Key', undefined, undefined]]],
  ['!GetAtt Key.Arn', [['Key', 'Arn', undefined]]],
  ['!Ref Alias', [['Key', undefined, 'Alias']]],
  ['!If [IsProd, !Ref Key, alias/aws/sqs]', [['Key', undefined, undefined, 'IsProd is true']]],
  ['!Ref Foreign', []],
  ['!Ref Name', []],
  ['alias/a', []],
])('%s', (value, expected) => {
  expect(keys(value)).toEqual(expected)
})
