import { expect, test } from 'vitest'
import { printableJson, visible } from '../../src/report/escape.ts'
import { HOSTILE } from '../support/run-report.ts'

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

test.each(HOSTILE)('nothing unsafe is left of %j', (text) => {
  expect(visible(text)).not.toMatch(UNSAFE)
  const written = printableJson({ [text]: [text] })
  expect(written.replace(/\n/g, '')).not.toMatch(UNSAFE)
  expect(JSON.parse(written)).toEqual({ [text]: [text] })
})

test('what is shown instead names the character', () => {
  expect(visible('a\u001b[0m\n\u202E\u{E0041}\uD83D')).toBe('a\\u{1B}[0m\\u{0A}\\u{202E}\\u{E0041}\\u{D83D}')
})

test('a tab takes one column', () => {
  expect(visible('a\tb')).toBe('a b')
})

test('text of any language stays as it is', () => {
  const text = 'Größe 日本語 ελληνικά 😀 é ${AWS::Region} "x" \\n'
  expect(visible(text)).toBe(text)
  expect(printableJson([text])).toBe(`${JSON.stringify([text], null, 2)}\n`)
})

test('JSON escapes what lies beyond the basic plane as a pair', () => {
  expect(printableJson('\u{E0041}')).toBe('"\\udb40\\udc41"\n')
})
