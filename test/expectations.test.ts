/** The comments of bad fixtures: what is written is read again as the same, and what is near is not taken for right. */
import { describe, expect, test } from 'vitest'
import type { DocumentReport, Finding } from '../src/core.ts'
import { core } from './support/built.ts'
import { compareComments, expectedLines, holdsComments, readComments, stripComments, writeComments } from './support/expectations.ts'

/** A report with one finding for each piece of the text. */
function reportOf(text: string, ...pieces: readonly string[]): DocumentReport {
  const source = core.parseSource(text, 'x.yaml')
  const findings = pieces.map((piece): Finding => {
    const start = text.indexOf(piece)
    return {
      rule: 'a/b',
      severity: 'error',
      message: `Found: ${piece.split('\n')[0]}.`,
      span: { start, end: start + piece.length },
      path: '',
    }
  })
  return { name: 'x.yaml', kind: 'cloudformation', source, findings, failures: [], suppressed: [], rules: [], parts: [] }
}

const same = (text: string, report: DocumentReport): boolean => {
  const { expected, found } = compareComments(readComments(text), report)
  return JSON.stringify(expected) === JSON.stringify(found)
}

describe('written into the document', () => {
  const cases: Record<string, [text: string, pieces: string[], written: string]> = {
    'under the columns': ['Key:\n  Size: 64\n', ['64'], 'Key:\n  Size: 64\n  #     ^^ error: Found: 64.\n'],
    'a key at its indentation': ['Key:\n  Size: 64\n', ['Size'], 'Key:\n  Size: 64\n# ^^^^ error: Found: Size.\n'],
    'at the start of the line': ['Key: 1\n', ['Key'], 'Key: 1\n# <- error: Found: Key.\n'],
    'in the second column': ['- Key: 1\n', ['- Key'.slice(2)], '- Key: 1\n# ^^^ error: Found: Key.\n'],
    'two on a line': [
      'a: { b: 1, c: 2 }\n',
      ['1', '2'],
      'a: { b: 1, c: 2 }\n#       ^ error: Found: 1.\n#             ^ error: Found: 2.\n',
    ],
    'behind a block scalar': [
      'a:\n  b: |\n    one\n    two\n  c: 1\n',
      ['one\n', '1'],
      'a:\n  b: |\n    one\n    two\n  # error at -2:5: Found: one.\n  c: 1\n  #  ^ error: Found: 1.\n',
    ],
    'the key of a block scalar': ['a:\n  b: |\n    one\n', ['b'], 'a:\n  b: |\n    one\n  # error at -2:3: Found: b.\n'],
    'behind a quoted text over lines': ['a: "x\n  y"\nb: 1\n', ['"x\n  y"'], 'a: "x\n  y"\n# error at -2:4: Found: "x.\nb: 1\n'],
    'without a last line break': ['a: 100', ['100'], 'a: 100\n#  ^^^ error: Found: 100.\n'],
    'Windows line breaks': ['a: 100\r\nb: 2\r\n', ['100'], 'a: 100\r\n#  ^^^ error: Found: 100.\r\nb: 2\r\n'],
  }
  for (const [name, [text, pieces, written]] of Object.entries(cases)) {
    test(name, () => {
      const report = reportOf(text, ...pieces)
      expect(writeComments(report, core.walk)).toBe(written)
      expect(stripComments(written)).toBe(text.endsWith('\n') ? text : `${text}\n`)
      expect(same(written, reportOf(written, ...pieces))).toBe(true)
    })
  }
})

describe('not the same', () => {
  const report = (text: string) => reportOf(text, '64')
  const cases = {
    'a column too far': 'Key: 64\n#     ^^ error: Found: 64.\n',
    'too few carets': 'Key: 64\n#    ^ error: Found: 64.\n',
    'another line': 'Key: 64\nb: 1\n#    ^^ error: Found: 64.\n',
    'another severity': 'Key: 64\n#    ^^ warning: Found: 64.\n',
    'another message': 'Key: 64\n#    ^^ error: Found: 65.\n',
    'a condition that was not found': 'Key: 64\n#    ^^ error: Found: 64. (when A is true)\n',
    'said to be at the start of the line': 'Key: 64\n# <- error: Found: 64.\n',
    'expected twice': 'Key: 64\n#    ^^ error: Found: 64.\n#    ^^ error: Found: 64.\n',
    'not expected': 'Key: 64\n',
  }
  for (const [name, text] of Object.entries(cases)) test(name, () => expect(same(text, report(text))).toBe(false))
})

test('comments that were meant to be expectations are refused', () => {
  for (const line of ['# ^^ Error: x.', '#^^ error: x.', '# <-- error: x.', '# error at 1: x.', '# ^^ error x.'])
    expect(() => readComments(`a: 1\n${line}\n`), line).toThrow('line 2')
  expect(readComments('a: 1\n# an error at the end\n# 2^3\n')).toEqual([])
})

test('documents that hold no comments', () => {
  expect(holdsComments(reportOf('a: 1\n'))).toBe(true)
  for (const text of ['{ "a": 1 }', 'a: [', '', '\uFEFFa: 1', 'a: \0'])
    expect(holdsComments(reportOf(text)), JSON.stringify(text)).toBe(false)
})

test('the lines of a file beside the document', () => {
  expect(expectedLines(reportOf('{\n "a": "x"\n}', '"x"', '{\n "a"'))).toEqual(['2:7-2:10 error: Found: "x".', '1:1-2:5 error: Found: {.'])
})
