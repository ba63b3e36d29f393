/** Patterns of policies and ARNs. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covers, coversAction, mayCover } from '../../src/policy/match.ts'
import { arnOf } from '../../src/template/arns.ts'
import { OPAQUE, WORD } from '../../src/text.ts'

describe('covers', () => {
  test.each([
    ['*', '', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get*', 's3:Get*', true],
    ['s3:Get*', 's3:*', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a?c', 'a*c', false],
    ['a*c', 'a?c', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s, %s: %s', (pattern, text, expected) => {
    expect(covers(pattern, text)).toBe(expected)
  })

  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })

  test('says what a regular expression says', () => {
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, plain) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`)
        expect(covers(pattern, plain)).toBe(expression.test(plain))
      }),
    )
  })

  test('a pattern that covers another covers what that covers', () => {
    fc.assert(
      fc.property(text, text, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (wide, narrow, plain) => {
        if (covers(wide, narrow) && covers(narrow, plain)) expect(covers(wide, plain)).toBe(true)
      }),
    )
  })

  test('actions have no case', () => {
    expect(coversAction('S3:get*', 's3:GetObject')).toBe(true)
    expect(covers('S3:get*', 's3:GetObject')).toBe(false)
  })
})

describe('mayCover', () => {
  test.each([
    [`${OPAQUE}`, 'ec2.amazonaws.com', true],
    [`${WORD}.amazonaws.com`, 'ec2.amazonaws.com', true],
    [`${WORD}`, 'role/app', false],
    [`${WORD}`, '', false],
    [`logs.${WORD}`, 'ec2.amazonaws.com', false],
    [`s3:${OPAQUE}`, 's3:GetObject', true],
  ])('%j, %s: %s', (pattern, text, expected) => {
    expect(mayCover(pattern, text)).toBe(expected)
  })
})

test('arnOf reads the parts', () => {
  expect(arnOf('arn:aws:lambda:eu-west-1:123456789012:function:app:live')).toEqual({
    partition: 'aws',
    service: 'lambda',
    region: 'eu-west-1',
    account: '123456789012',
    resource: 'function:app:live',
  })
  expect(arnOf(`arn:${WORD}:s3:::${OPAQUE}`)).toMatchObject({ partition: WORD, service: 's3', resource: OPAQUE })
  expect(arnOf('arn:aws:s3')).toBeUndefined()
  expect(arnOf('s3:GetObject')).toBeUndefined()
  // What is unknown may hold colons of its own.
  expect(arnOf(`arn:aws:${OPAQUE}:::x`)).toBeUndefined()
})
