/** Registry schemas, part by part. */
import { expect, test } from 'vitest'
import { readRegistrySchema } from '../../src/schema/registry.ts'

const read = (schema: object) => readRegistrySchema({ typeName: 'A::B::C', properties: {}, additionalProperties: false, ...schema })?.schema
const shapeOf = (property: object, definitions: object = {}) => {
  const schema = read({ properties: { X: property }, definitions })
  return schema?.d ? [schema.p['X'], schema.d] : schema?.p['X']
}

test.each([
  [
    { type: 'string', const: 'a' },
    { t: 's', enum: ['a'] },
  ],
  [
    { type: 'string', enum: [1, true] },
    { t: 's', enum: ['1', 'true'] },
  ],
  [
    { type: 'string', minLength: 0, maxLength: 0 },
    { t: 's', max: 0 },
  ],
  [{ type: 'string', minLength: 'x' }, 's'],
  [
    { type: 'string', pattern: '^a$' },
    { t: 's', pattern: '^a$' },
  ],
  [{ type: 'string', pattern: '(' }, 's'],
  [
    { type: 'number', enum: [1, '2'] },
    { t: 'n', enum: [1, 2] },
  ],
  [
    { type: 'number', minimum: 0 },
    { t: 'n', min: 0 },
  ],
  [
    { type: 'number', maximum: 0 },
    { t: 'n', max: 0 },
  ],
  [{ type: 'integer' }, 'i'],
  [{ type: ['string'] }, 's'],
  [{ type: ['string', 'integer'] }, { t: 'u', of: ['s', 'i'] }],
  [{ type: ['object', 'array'] }, { t: 'u', of: ['j', { t: 'l', of: '*' }] }],
  [{ type: ['string', 'object'] }, 'j'],
  [{ type: 'array' }, { t: 'l', of: '*' }],
  [
    { type: 'array', items: { type: 'boolean' }, minItems: 0, maxItems: 3 },
    { t: 'l', of: 'b', max: 3 },
  ],
  [
    { type: 'array', uniqueItems: false },
    { t: 'l', of: '*' },
  ],
  [{ type: 'object' }, 'j'],
  [
    { type: 'object', additionalProperties: { type: 'string' } },
    { t: 'm', of: 's' },
  ],
  [{ type: 'object', additionalProperties: true }, 'j'],
  [
    { type: 'object', patternProperties: { a: { type: 'string' }, b: { type: 'boolean' } } },
    { t: 'm', of: { t: 'u', of: ['s', 'b'] } },
  ],
  [
    { type: 'object', patternProperties: { a: { type: 'string' }, b: true } },
    { t: 'm', of: 's' },
  ],
  [{ anyOf: [{ type: 'string' }, { type: 'boolean' }, null] }, { t: 'u', of: ['s', 'b'] }],
  [{ $ref: '#/definitions/S' }, 's'],
  [{ $ref: '#/definitions/Loop' }, '*'],
  [{ $ref: '#/definitions/A~1B~0C' }, 'b'],
  [{ $ref: '#/definitions/toString' }, '*'],
  [{}, '*'],
  [{ type: 'nothing' }, '*'],
])('%j', (property, expected) => {
  const definitions = {
    S: { $ref: '#/definitions/T' },
    T: { type: 'string' },
    Loop: { $ref: '#/definitions/Loop' },
    'A/B~C': { type: 'boolean' },
  }
  expect(shapeOf(property, definitions)).toEqual(expected)
})

test.each([
  [{ properties: { Y: { type: 'string' } }, additionalProperties: false }, { p: { Y: 's' } }],
  [
    { type: 'object', properties: { Y: { type: 'string' } } },
    { p: { Y: 's' }, open: true },
  ],
  [
    { type: 'object', properties: { Y: {} }, patternProperties: { a: {} }, additionalProperties: false },
    { p: { Y: '*' }, open: true },
  ],
  [
    {
      type: 'object',
      additionalProperties: false,
      properties: { Y: {} },
      required: ['Z', 'Y', 'X', 5],
      allOf: [{ properties: { Z: true }, required: ['Z'] }],
    },
    { p: { Y: '*', Z: '*' }, r: ['Y', 'Z'] },
  ],
  [
    {
      type: 'object',
      additionalProperties: false,
      oneOf: [{ properties: { Y: { type: 'string' } }, required: ['Y'] }, { $ref: '#/definitions/Z' }],
    },
    { p: { Y: 's', Z: 'b' } },
  ],
  [
    { type: 'object', additionalProperties: false, anyOf: [{ additionalProperties: true }] },
    { p: {}, open: true },
  ],
])('the object %j', (property, expected) => {
  expect(shapeOf(property, { Z: { properties: { Z: { type: 'boolean' } } } })).toEqual(['#Object1', { Object1: expected }])
})

test('what a type says beside its properties', () => {
  const inner = { type: 'object', properties: { Port: { type: 'integer' }, Old: {} } }
  const schema = read({
    properties: { A: { type: 'string' }, B: inner, Tags: { type: 'array' }, Zones: { type: 'array' }, Odd: true },
    readOnlyProperties: ['/properties/Zones', '/properties/B/Port', '/properties/B', '/properties/Odd', '/properties/Gone/X', 7],
    createOnlyProperties: ['/properties/A', '/properties/B/Port'],
    deprecatedProperties: ['/properties/A', '/properties/Gone'],
    primaryIdentifier: ['/properties/A', '/properties/B/Port'],
    tagging: { tagProperty: '/properties/A' },
  })
  expect(schema).toEqual({
    p: { A: 's', Tags: { t: 'l', of: '*' } },
    old: ['A'],
    a: { Zones: 'l', 'B.Port': 'i', B: 'o', Odd: '*', 'Gone.X': '*' },
    ref: ['A', 'B.Port'],
    tags: 'A',
    fixed: ['A'],
  })
  expect(read({ properties: { Labels: {} } })).toEqual({ p: { Labels: '*' }, a: {} })
})
