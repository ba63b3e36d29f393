/** Offsets and lines. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lines } from '../../src/source/lines.ts'

const text = fc.array(fc.constantFrom('a', 'é', '😀', '\t', '\n', '\r\n', '\r', ''), { maxLength: 40 }).map((pieces) => pieces.join(''))

test('every offset has its place, and every place its offset', () => {
  fc.assert(
    fc.property(text, (text) => {
      const lines = new Lines(text)
      for (let offset = 0; offset <= text.length; offset++) {
        const { line, column } = lines.position(offset)
        expect(lines.start(line) + column - 1).toBe(offset)
        expect(line).toBeLessThanOrEqual(lines.count)
      }
    }),
  )
})

test('lines are those of \\n, \\r\\n and \\r', () => {
  fc.assert(
    fc.property(text, (text) => {
      const lines = new Lines(text)
      const split = text.split(/\r\n|\n|\r/)
      expect(lines.count).toBe(split.length)
      expect(split.map((_, i) => lines.line(i + 1))).toEqual(split)
    }),
  )
})

test('what is outside of the text is at its end', () => {
  const lines = new Lines('ab\nc')
  expect(lines.position(-5)).toEqual({ line: 1, column: 1 })
  expect(lines.position(99)).toEqual({ line: 2, column: 2 })
  expect(lines.line(0)).toBe('')
  expect(lines.line(3)).toBe('')
  expect(new Lines('').position(0)).toEqual({ line: 1, column: 1 })
})
