import fc from 'fast-check'
import ignore from 'ignore'
import { describe, expect, test } from 'vitest'
import { matcherOf } from '../../src/config/glob.ts'

describe('patterns', () => {
  test.each([
    ['*.yaml', 'a/b.yaml', true],
    ['*.yaml', 'a.yml', false],
    ['vendor', 'a/vendor/b.yaml', true],
    ['vendor/', 'vendor/b.yaml', true],
    ['/vendor', 'a/vendor/b.yaml', false],
    ['a/*.yaml', 'a/b.yaml', true],
    ['a/*.yaml', 'x/a/b.yaml', false],
    ['a/*.yaml', 'a/b/c.yaml', false],
    ['a/**/*.yaml', 'a/b/c.yaml', true],
    ['a/**/*.yaml', 'a/c.yaml', true],
    ['**/a/*.yaml', 'x/y/a/c.yaml', true],
    ['a/**', 'a/b/c', true],
    ['./a', 'a/b', true],
    ['?.yaml', 'a.yaml', true],
    ['?.yaml', 'ab.yaml', false],
    ['*.{yaml,yml}', 'a.yml', true],
    ['{a,b}/{c,d}.json', 'b/d.json', true],
    ['{a', '{a', true],
    ['*a*b*c', 'xaxbxc', true],
    ['*a*b*c', 'xaxbx', false],
    ['../a', 'a', false],
    ['*', '.hidden', true],
  ])('%s: %s %s', (pattern, path, expected) => {
    expect(matcherOf([pattern])(path)).toBe(expected)
  })

  test('a later one takes out again', () => {
    const meant = matcherOf(['*.yaml', '!keep.yaml'])
    expect(['a.yaml', 'b/keep.yaml'].map(meant)).toEqual([true, false])
  })

  test('as .gitignore means them', () => {
    const step = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '**', '?')
    const pattern = fc
      .tuple(fc.constantFrom('', '/'), fc.array(step, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '/'))
      .map(([start, steps, end]) => start + steps.join('/') + end)
    const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba'), { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'))
    fc.assert(
      fc.property(pattern, path, (pattern, path) => {
        // What only a folder can be is no file; two stars at the end mean what is below.
        fc.pre(!pattern.endsWith('/') && !pattern.endsWith('**') && !/\*\*\/\*\*/.test(pattern))
        expect(matcherOf([pattern])(path), `${pattern} on ${path}`).toBe(ignore().add(pattern).ignores(path))
      }),
    )
  })

  test('hostile ones end', () => {
    expect(matcherOf([`${'*a'.repeat(400)}b`])('a'.repeat(5000))).toBe(false)
    expect(matcherOf([`${'**/a/'.repeat(150)}b`])('a/'.repeat(2000))).toBe(false)
    expect(matcherOf(['{a,b}'.repeat(150)])('c')).toBe(false)
  })
})
