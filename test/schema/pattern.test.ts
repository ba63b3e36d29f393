import { describe, expect, test } from 'vitest'
import { longestText, readPattern } from '../../src/schema/pattern.ts'

const accepts = (pattern: string, text: string): boolean => {
  const read = readPattern(pattern)
  if (typeof read === 'string') throw new Error(read)
  return read.expression.test(text)
}
const degree = (pattern: string): number => {
  const read = readPattern(pattern)
  if (typeof read === 'string') throw new Error(read)
  return read.degree
}

describe('Java patterns mean the same', () => {
  test.each([
    ['^\\p{Alpha}+$', 'abc', 'ab1'],
    ['^[\\p{Alnum}_]+$', 'a_1', 'a-1'],
    ['^\\p{L}+$', 'é中', '1'],
    ['^\\P{L}+$', '12', 'a'],
    ['^[0-9]++$', '12', 'x'],
    ['(?i)^arn$', 'ARN', 'AR'],
    ['(?s)^.$', '\n', 'ab'],
    ['^.$', 'a', '\n'],
    ['\\Aabc\\z', 'abc', 'abcd'],
    ['^abc\\Z', 'abc\n', 'abc\n\n'],
    ['^\\h$', '\t', '\n'],
    ['^\\Qa.b\\E$', 'a.b', 'axb'],
    ['^(?>a|ab)c$', 'ac', 'bc'],
    ['^(?<name>a)$', 'a', 'b'],
    ['^[\\w-.]+$', 'a-.b', 'a b'],
    ['^[a-zA-Z-0-9:]+$', 'a-9', 'a_9'],
    ['^[+=,.@\\-_/]+$', '+-/', 'a'],
    ['^a{2,3}$', 'aa', 'a'],
    ['^(?!aws:)[a-z:]+$', 'other:x', 'aws:x'],
    ['^[\\u0020-\\u00ff]+$', ' ÿ', 'Ā'],
    ['^\\uD83D\\uDE00$', '😀', 'a'],
    ['^a{b$', 'a{b', 'ab'],
    ['^\\S+$', 'a', 'a b'],
    ['b', 'abc', 'ac'],
  ])('%s', (pattern, good, bad) => {
    expect(accepts(pattern, good)).toBe(true)
    expect(accepts(pattern, bad)).toBe(false)
  })

  test.each(['^(?!(?i)aws)', '(a)\\1', '[a&&[b]]', '[a[b]]', '\\G', '(a', '[a', '\\p{javaLowerCase}', 'a{3,1}'])(
    '%s is refused',
    (pattern) => {
      expect(readPattern(pattern)).toBeTypeOf('string')
    },
  )
})

describe('how long a pattern can take', () => {
  test.each(['(a*)*b', '(a+)+$', '(a?b?)*c', '^(a|aa)+$', '^([a-z]+[a-z-]*)*x$', '^(a|a)*$', '(.+:){2,40}x', '^(\\w+.)+$'])(
    '%s is exponential',
    (pattern) => expect(degree(pattern)).toBe(Number.POSITIVE_INFINITY),
  )

  test.each([
    ['^[a-z]+(-[a-z]+)*$', 1],
    ['^\\d{12}$', 1],
    ['^(\\d{12})*$', 1],
    ['^.*a.*b$', 2],
    ['x*y', 2],
    ['^.*,.*,.*,$', 3],
  ])('%s has degree %i', (pattern, expected) => expect(degree(pattern)).toBe(expected))

  test('the longest text that may be tried keeps every pattern within its steps', () => {
    const read = readPattern('^.*,.*,.*,$')
    if (typeof read === 'string') throw new Error(read)
    const text = `${','.repeat(longestText(read.degree) - 1)}x`
    const began = performance.now()
    expect(read.expression.test(text)).toBe(false)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(longestText(Number.POSITIVE_INFINITY)).toBe(0)
  })
})
