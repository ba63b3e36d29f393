/** Java's dialect of patterns, piece by piece: what each matches, what it does not, and what is refused. */
import { describe, expect, test } from 'vitest'
import { longestText, patternFacts, readPattern } from '../../src/schema/pattern.ts'

function accepts(pattern: string, text: string): boolean {
  const read = readPattern(pattern)
  if (typeof read === 'string') throw new Error(read)
  return read.expression.test(text)
}

describe('what stands for one character', () => {
  test.each([
    ['\\d', '7', 'x'],
    ['\\D', 'x', '7'],
    ['\\w', '_', '-'],
    ['\\W', '-', '_'],
    ['\\s', '\t', 'a'],
    ['\\S', 'a', '\t'],
    ['[\\S]', 'a', ' '],
    ['\\h', '\u3000', '\n'],
    ['\\H', '\n', ' '],
    ['\\v', '\n', ' '],
    ['\\t', '\t', 't'],
    ['\\n', '\n', 'n'],
    ['\\r', '\r', 'r'],
    ['\\f', '\f', 'f'],
    ['\\a', '\x07', 'a'],
    ['\\e', '\x1b', 'e'],
    ['\\x41', 'A', 'x'],
    ['\\x{1F600}', '😀', 'x'],
    ['\\u0041', 'A', 'u'],
    ['\\uD83D\\uDE01', '😁', '😀'],
    ['[\\uD83D\\uDE01]', '😁', '😀'],
    ['\\.', '.', 'a'],
    ['\\-', '-', 'a'],
    ['\\/', '/', 'a'],
    ['\\\\', '\\', 'a'],
    ['.', '\t', '\u2028'],
    ['.', 'a', '\r'],
    ['\\p{Lower}', 'a', 'A'],
    ['\\p{Upper}', 'A', 'a'],
    ['\\p{ASCII}', '~', 'é'],
    ['\\p{Alpha}', 'Z', '1'],
    ['\\p{Digit}', '1', 'a'],
    ['\\p{Alnum}', '1', '-'],
    ['\\p{Punct}', '[', 'a'],
    ['\\p{Punct}', '/', ' '],
    ['\\p{Graph}', '!', ' '],
    ['\\p{Print}', ' ', '\t'],
    ['\\p{Blank}', '\t', '\n'],
    ['\\p{Cntrl}', '\x7f', 'a'],
    ['\\p{XDigit}', 'f', 'g'],
    ['\\p{Space}', '\v', 'a'],
    ['\\p{IsAlphabetic}', 'é', '1'],
    ['\\p{IsLetter}', 'é', '1'],
    ['\\p{IsDigit}', '٣', 'a'],
    ['\\p{IsLu}', 'É', 'é'],
    ['\\p{Nd}', '٣', 'a'],
    ['\\pL', 'é', '1'],
    ['\\PL', '1', 'é'],
    ['\\P{Alpha}', '1', 'a'],
    ['\\P{Lu}', 'a', 'A'],
    ['[\\p{Alpha}0]', '0', '1'],
    ['[^a-c]', 'd', 'b'],
    ['[]a]', ']', 'b'],
    ['[^]a]', 'b', ']'],
    ['[a\\]]', ']', '\\'],
    ['[a-]', '-', 'b'],
    ['[-a]', '-', 'b'],
    ['[a&]', '&', 'b'],
    ['[\\d-x]', '-', 'e'],
    ['[\\b]', '\b', 'b'],
    ['[.]', '.', 'a'],
  ])('%s', (one, good, bad) => {
    expect([accepts(`^${one}$`, good), accepts(`^${one}$`, bad)]).toEqual([true, false])
    const pattern = `^x${one}+y$`
    expect([accepts(pattern, `x${good}${good}y`), accepts(pattern, `x${bad}y`)]).toEqual([true, false])
  })
})

describe('how often, and what beside', () => {
  test.each([
    ['^ab?c$', ['ac', 'abc'], ['abbc']],
    ['^ab*c$', ['ac', 'abbc'], ['bc']],
    ['^ab+c$', ['abc', 'abbbc'], ['ac']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['^a{2,}$', ['aa', 'aaaa'], ['a']],
    ['^a{0,1}$', ['', 'a'], ['aa']],
    ['^a{2,3}+$', ['aa'], ['a']],
    ['^a+?$', ['a', 'aa'], ['']],
    ['^a?+b$', ['b', 'ab'], ['aab']],
    ['^(?:ab){2}$', ['abab'], ['ab']],
    ['^(a|b|)c$', ['ac', 'bc', 'c'], ['dc']],
    ['^(a|b)$|^c$', ['a', 'c'], ['ac']],
    ['^x(a|bc)y$', ['xay', 'xbcy'], ['xby', 'xa']],
    ['a(?=b)', ['ab'], ['ac']],
    ['(?<=a)b', ['ab'], ['cb']],
    ['(?<!a)b', ['cb', 'b'], ['ab']],
    ['^(?!.*--)[a-z-]+$', ['a-b'], ['a--b']],
    ['\\bab\\b', ['x ab y'], ['xaby']],
    ['\\Bb', ['ab'], ['a b']],
    ['^\\Qa+b\\E+$', ['a+b'], ['aab']],
    ['^\\Qa.', ['a.'], ['ab']],
    ['^a$', ['a', 'a\n'], ['a\n\n']],
    ['', ['', 'x'], []],
    ['(?i)^A$', ['a', 'A'], ['b']],
    ['(?iu)^É$', ['é'], ['e']],
    ['(?is)^a.b$', ['A\nb'], ['ab']],
    ['(?ii)^a$', ['A'], ['b']],
    ['^{a$', ['{a'], ['a']],
    ['^a}$', ['a}'], ['a']],
    ['^a{,3}$', ['a{,3}'], ['aaa']],
    ['^[$]{2}$', ['$$'], ['$']],
  ])('%s', (pattern, good, bad) => {
    expect([good.filter((one) => !accepts(pattern, one)), bad.filter((one) => accepts(pattern, one))]).toEqual([[], []])
  })
  test.each([
    '^*',
    '(?=a)*',
    'a)b',
    '(',
    '(?m)a',
    '(?x)a',
    '\\1',
    '\\y',
    '\\x4',
    '\\u00',
    '\\p',
    '\\pl',
    '\\p{Greek}',
    '[a',
    '[^',
    'a{2,1}',
    'a\\',
    '\\R',
    '\\k<a>',
  ])('%s is refused', (pattern) => expect(readPattern(pattern)).toBeTypeOf('string'))
})

describe('what a schema keeps of a pattern', () => {
  test.each([
    ['^[a-z]+$', { pattern: '^[a-z]+$' }],
    ['^.*a.*b$', { pattern: '^.*a.*b$', slow: 2 }],
    ['^arn:aws:.+$', { pattern: '^arn:aws:.+$', arn: true }],
    ['^(arn:aws:.+|[a-z-]+)$', { pattern: '^(arn:aws:.+|[a-z-]+)$' }],
    ['^urn:.+$', { pattern: '^urn:.+$' }],
    ['(a+)+$', 'exponential'],
  ])('%s: %j', (pattern, expected) => expect(patternFacts(pattern)).toEqual(expected))
  test('nothing where it cannot be said in JavaScript', () => expect(patternFacts('(a)\\1')).toBe('not translatable: \\1'))
})

describe('how long a match can take', () => {
  test.each([
    ['a', 1],
    ['^a{5}b?$', 1],
    ['^a*b*$', 1],
    ['^a*b*a*$', 2],
    ['^a*a*$', 2],
    ['^a*b?a*$', 2],
    ['^a*ba*$', 1],
    ['a*b', 2],
    ['^(a*|b*)$', 1],
    ['^(ab|cd)*$', 1],
    ['^[ab]*[bc]*$', 2],
    ['^[ab]*[bc]*[ca]*$', 3],
    ['^.*.*.*$', 3],
    ['^é*é*$', 2],
    ['^(?:a{1,3})b$', 1],
    ['^a{0,100}$', 1],
    ['^(a|b)*(c|d)*$', 1],
  ])('%s has degree %i', (pattern, expected) => {
    const read = readPattern(pattern)
    expect(typeof read === 'string' ? read : read.degree).toBe(expected)
  })
  test.each(['^(a|ab|b)*$', '^(a*b*)*$', '^(aa|a)*$', '^((a|b)*c?)*$', '^(x+x+)+y$', '^(?=(a+)+$)a', '^(é|é)*$'])(
    '%s is exponential',
    (pattern) => {
      const read = readPattern(pattern)
      expect(typeof read === 'string' ? read : read.degree).toBe(Number.POSITIVE_INFINITY)
    },
  )
  test('the text that may be tried gets shorter', () => expect([0, 1, 2, 3].map(longestText)).toEqual([20_000_000, 20_000_000, 4472, 271]))
})
