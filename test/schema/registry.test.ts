import { expect, test } from 'vitest'
import { readRegistrySchema } from '../../src/schema/registry.ts'

const REPORT = {
  typeName: 'Initech::TPS::Report',
  definitions: {
    Page: {
      type: 'object',
      additionalProperties: false,
      properties: { Title: { type: 'string', minLength: 1, maxLength: 40 }, Next: { $ref: '#/definitions/Page' } },
      required: ['Title'],
    },
    Arn: { type: 'string', pattern: '^arn:' },
  },
  properties: {
    Arn: { $ref: '#/definitions/Arn' },
    Cover: { type: 'string', enum: ['blue', 'green'] },
    Copies: { type: 'integer', minimum: 1, maximum: 9 },
    Ratio: { type: 'number' },
    Signed: { type: 'boolean' },
    Pages: { type: 'array', items: { $ref: '#/definitions/Page' }, minItems: 1, uniqueItems: true },
    Labels: { type: 'object', patternProperties: { '.*': { type: 'string' } }, additionalProperties: false },
    Policy: { type: ['object', 'string'] },
    Size: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    Slow: { type: 'string', pattern: '^(a+)+$' },
    Lost: { $ref: '#/definitions/Nowhere' },
    Free: { type: 'object' },
    Tags: { type: 'array', items: { type: 'object', additionalProperties: false, properties: { Key: { type: 'string' } } } },
  },
  required: ['Cover', 'Arn'],
  additionalProperties: false,
  readOnlyProperties: ['/properties/Arn'],
  createOnlyProperties: ['/properties/Cover'],
  deprecatedProperties: ['/properties/Ratio'],
  primaryIdentifier: ['/properties/Arn'],
}

test('a registry schema says the same in our format', () => {
  expect(readRegistrySchema(REPORT)).toEqual({
    name: 'Initech::TPS::Report',
    schema: {
      p: {
        Cover: { t: 's', enum: ['blue', 'green'] },
        Copies: { t: 'i', min: 1, max: 9 },
        Ratio: 'n',
        Signed: 'b',
        Pages: { t: 'l', of: '#Object1', min: 1, unique: true },
        Labels: { t: 'm', of: 's' },
        Policy: 'j',
        Size: { t: 'u', of: ['s', 'i'] },
        Slow: 's',
        Lost: '*',
        Free: 'j',
        Tags: { t: 'l', of: '#Object2' },
      },
      r: ['Cover'],
      old: ['Ratio'],
      a: { Arn: 's' },
      d: {
        Object1: { p: { Title: { t: 's', min: 1, max: 40 }, Next: '#Object1' }, r: ['Title'] },
        Object2: { p: { Key: 's' } },
      },
      ref: ['Arn'],
      tags: 'Tags',
      fixed: ['Cover'],
    },
  })
})

test('what is no registry schema is none', () => {
  for (const value of [null, [], 'x', {}, { typeName: 'A::B::C' }, { properties: {} }]) expect(readRegistrySchema(value)).toBeUndefined()
})

test('names that every object has are names like others', () => {
  const read = readRegistrySchema({
    typeName: 'Initech::TPS::Object',
    properties: { toString: { type: 'string' }, Name: { type: 'integer' } },
    required: ['constructor', 'Name'],
  })
  expect(Object.entries(read?.schema.p ?? {})).toEqual([
    ['toString', 's'],
    ['Name', 'i'],
  ])
  expect(read?.schema.r).toEqual(['Name'])
})
