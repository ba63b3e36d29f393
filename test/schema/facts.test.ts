/** What schemas say beside the shapes of properties: attributes, references, tags. */
import { describe, expect, test } from 'vitest'
import { hasAttribute } from '../../src/schema/attributes.ts'
import { schemaFile, type TypeSchema } from '../../src/schema/format.ts'
import { kindOfName, kindOfRef, shapeAt } from '../../src/schema/references.ts'
import { tagSets } from '../../src/schema/tags.ts'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { type Resource, Template } from '../../src/template/template.ts'

const TYPE: TypeSchema = {
  p: {
    Name: { t: 's', max: 9 },
    Plain: 's',
    List: { t: 'l', of: '#Item' },
    Map: { t: 'm', of: { t: 's', min: 1 } },
    Inner: '#Item',
    Either: { t: 'u', of: ['s', '#Item'] },
    Tags: { t: 'l', of: '#Tag' },
  },
  d: { Item: { p: { Word: { t: 's', min: 2 }, Deep: '#Item' } }, Tag: { p: { Key: 's', Value: 's' } } },
  a: { Arn: 's', Endpoint: 'o', Any: '*', Zones: 'l', 'Nested.Port': 's', Number: 'n' },
  tags: 'Tags',
}

function resourceOf(type: string, schemas: Readonly<Record<string, TypeSchema>>, properties = ''): Resource {
  const text = `Conditions: { Is: !Equals [!Ref AWS::StackName, x] }\nResources: { R: { Type: ${type}, Properties: { ${properties} } } }`
  const source = parseSource(text, 'template.yaml')
  const of = (name: string): TypeSchema | undefined => schemas[name]
  const template = new Template(source, source.root as Mapping, 'cloudformation', { schemas: { type: of, names: () => [] } })
  return template.resources.get('R') as Resource
}

test.each([
  ['Arn', true],
  ['Endpoint', true],
  ['Endpoint.Address', true],
  ['Any.Part', true],
  ['Zones.0', true],
  ['Nested.Port', true],
  ['Nested', true],
  ['Nested.Other', false],
  ['Arn.Part', false],
  ['Number.Part', false],
  ['Nest', false],
  ['Other', false],
  ['constructor', false],
])('the attribute %s can be read: %s', (name, expected) => {
  expect(hasAttribute(TYPE, name)).toBe(expected)
  expect(hasAttribute({ ...TYPE, open: true }, name)).toBe(true)
})

test('a type has a file of its own', () => expect(schemaFile('AWS::S3::Bucket')).toBe('AWS-S3-Bucket.json'))

test.each([
  ['Name', TYPE.p['Name']],
  ['Plain', 's'],
  ['List', TYPE.p['List']],
  ['List.*', '#Item'],
  ['List.*.Word', { t: 's', min: 2 }],
  ['List.Word', undefined],
  ['Map.any', { t: 's', min: 1 }],
  ['Inner.Deep.Deep.Word', { t: 's', min: 2 }],
  ['Inner.Gone', undefined],
  ['Gone.Word', undefined],
  ['Plain.Word', undefined],
  ['Either.Word', undefined],
] as const)('the shape at %s', (path, expected) => expect(shapeAt(TYPE, path)).toEqual(expected))

describe('what a reference gives', () => {
  test.each([
    ['TopicArn', 'ARN'],
    ['TOPICARN', 'ARN'],
    ['Arns', undefined],
    ['QueueUrl', 'URL'],
    ['Uri', 'URL'],
    ['Urls', undefined],
    ['BucketName', 'name'],
    ['NameServer', undefined],
    ['VpcId', 'ID'],
    ['Id', undefined],
    ['IdType', undefined],
    ['Endpoint', undefined],
  ])('%s: %s', (name, expected) => expect(kindOfName(name)).toBe(expected))

  const refOf = (type: string, ref: readonly string[] | undefined, named = type) => {
    const resource = resourceOf(type, { [named]: { p: {}, a: {}, ...(ref ? { ref } : {}) } })
    return kindOfRef(resource.template, resource)
  }
  test('a Ref gives its type says', () => {
    expect(refOf('A::B::C', ['TopicArn'])).toBe('ARN')
    expect(refOf('A::B::C', ['TopicArn', 'QueueUrl'])).toBeUndefined()
    expect(refOf('A::B::C', undefined)).toBeUndefined()
    expect(refOf('A::B::C', ['TopicArn'], 'A::B::D')).toBeUndefined()
  })
  test('a Ref of what SAM makes is that of the type that it becomes', () => {
    expect(refOf('AWS::Serverless::Function', ['FunctionName'], 'AWS::Lambda::Function')).toBe('name')
    expect(refOf('AWS::Serverless::Other', ['FunctionName'], 'AWS::Lambda::Function')).toBeUndefined()
  })
  test('a secret gives its ARN', () => expect(refOf('AWS::SecretsManager::Secret', ['Id'])).toBe('ARN'))
})

describe('tags', () => {
  const setsOf = (properties: string, schema: TypeSchema = TYPE): string[] =>
    tagSets(resourceOf('A::B::C', { 'A::B::C': schema }, properties)).map(
      ({ keys, most }) => `${keys.map(({ value, when }) => [value, ...when.because].join(' when ')).join(', ')} (${most.count})`,
    )
  test.each([
    ['Tags: [{ Key: a, Value: b }, { Key: c, Value: d }]', ['a, c (2)']],
    ['Tags: []', [' (0)']],
    ['Tags: [{ Key: !Ref AWS::StackName, Value: b }, text]', [' (2)']],
    ['Tags: [!If [Is, { Key: a, Value: b }, !Ref AWS::NoValue]]', ['a when Is is true (1)']],
    ['Tags: { a: b, c: !Ref AWS::NoValue }', ['a, c (1)']],
    ['Tags: { a: b, Fn::Transform: { Name: Mine } }', ['a (1)']],
    ['Tags: !Ref AWS::StackName', []],
    ['Name: n', []],
  ])('%s: %j', (properties, expected) => expect(setsOf(properties)).toEqual(expected))
  test('of a type without any', () => {
    const { tags: _, ...without } = TYPE
    expect(setsOf('Tags: [{ Key: a, Value: b }]', without)).toEqual([])
  })
  test('of what a resource makes', () => {
    const schema: TypeSchema = { p: { TagSpecifications: { t: 'l', of: 'j' }, LaunchTemplateData: 'j' }, a: {} }
    expect(setsOf('TagSpecifications: [{ Tags: [{ Key: a, Value: b }] }, { Tags: [{ Key: c, Value: d }] }]', schema)).toEqual([
      'a (1)',
      'c (1)',
    ])
    expect(setsOf('LaunchTemplateData: { TagSpecifications: [{ Tags: [{ Key: a, Value: b }] }] }', schema)).toEqual(['a (1)'])
    expect(setsOf('TagSpecifications: [{ Tags: [{ Key: a, Value: b }] }]')).toEqual([])
  })
})
