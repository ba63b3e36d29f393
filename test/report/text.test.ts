import { describe, expect, test } from 'vitest'
import { text as report } from '../../src/report/text.ts'
import { Lines as LinesOf } from '../../src/source/lines.ts'
import { documentOf, findingAt, HOSTILE, PLAIN, runOf } from '../support/run-report.ts'

/** The report's lines for one finding at a part of a text. */
function shown(text: string, part: string, more: Parameters<typeof findingAt>[2] = {}): string[] {
  return report(runOf([documentOf(text, [findingAt(text, part, more)])]), PLAIN).split('\n')
}

/** What stands above the carets. */
function pointedAt(lines: readonly string[]): string {
  const carets = lines.find((line) => /^ +\| +\^+$/.test(line)) ?? ''
  const above = lines[lines.indexOf(carets) - 1] ?? ''
  return above.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)
}

test('the whole of a report', () => {
  const text = 'A:\n  B: 64\n  C: 65\n'
  const findings = [
    findingAt(text, '64', {
      message: 'B is 64.',
      when: 'IsProd is true',
      related: [{ message: 'used as A/C', span: { start: 13, end: 14 }, path: 'A/C' }],
    }),
    findingAt(text, '65', { message: 'C is 65.', severity: 'warning' }),
  ]
  expect(report(runOf([documentOf(text, findings), documentOf('B: 1\n', [], 'b.yaml')], { skipped: 1 }), PLAIN)).toBe(`a.yaml

  2:6  error  B is 64. (when IsProd is true)  template/unknown-section
    2 |   B: 64
      |      ^^
        see 3:3: used as A/C

  3:6  warning  C is 65.  template/unknown-section
    3 |   C: 65
      |      ^^

1 error, 1 warning in 2 files, 1 other file skipped (12 ms)
`)
})

describe('summary', () => {
  const last = (run: Parameters<typeof report>[0]): string | undefined => report(run, PLAIN).trimEnd().split('\n').pop()
  test('nothing found', () => expect(last(runOf([documentOf('A: 1\n', [])]))).toBe('no findings in 1 file (12 ms)'))
  test('nothing looked at', () => expect(last(runOf([]))).toBe('nothing to check (12 ms)'))
  test('one of each', () => {
    const findings = (['error', 'warning', 'info'] as const).map((severity) => findingAt('A: 1\n', 'A', { severity }))
    expect(last(runOf([documentOf('A: 1\n', findings)]))).toBe('1 error, 1 warning, 1 info in 1 file (12 ms)')
  })
  test('what was not read', () => {
    const unreadable = [{ path: 'x', message: 'permission denied' }]
    expect(last(runOf([], { unreadable, skipped: 2 }))).toBe('nothing to check, 2 other files skipped, 1 file unreadable (12 ms)')
  })
})

test('quiet: findings only', () => {
  const text = 'A: 1\nB: 2\n'
  const run = runOf([documentOf(text, [findingAt(text, 'A'), findingAt(text, 'B')]), documentOf('C: 3\n', [], 'c.yaml')])
  expect(report(run, { color: false, quiet: true })).toBe(
    'a.yaml\n  1:1  error  It is wrong.  template/unknown-section\n  2:1  error  It is wrong.  template/unknown-section\n',
  )
  expect(report(runOf([]), { color: false, quiet: true })).toBe('')
})

test('colours mark the severity and change no text', () => {
  const text = 'A: 1\n'
  const run = runOf([documentOf(text, [findingAt(text, '1')])])
  const colored = report(run, { color: true, quiet: false })
  expect(colored).toContain('\u001b[31merror\u001b[0m')
  expect(colored).toContain('\u001b[31m^\u001b[0m')
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(report(run, PLAIN))
  expect(report(run, PLAIN)).not.toContain('\u001b')
})

describe('carets', () => {
  test('behind tabs', () => expect(pointedAt(shown('A:\tfoo\tbar\n', 'bar'))).toBe('bar'))
  test('with CRLF', () => {
    const lines = shown('A: 1\r\nB: foo\r\nC: 2\r\n', 'foo')
    expect(lines).toContain('    2 | B: foo')
    expect(pointedAt(lines)).toBe('foo')
  })
  test('at the first column behind a byte order mark', () => {
    const lines = shown('\uFEFFA: 1\n', 'A')
    expect(lines).toContain('  1:1  error  It is wrong.  template/unknown-section')
    expect(lines).toContain('    1 | A: 1')
    expect(lines).toContain('      | ^')
  })
  test('behind and under wide characters', () => {
    expect(shown('日本: 語x # 😀\n', '語x')).toContain('      |       ^^^')
    expect(shown('😀e\u0301: foo\n', 'foo')).toContain('      |      ^^^')
  })
  test('under what is shown escaped', () =>
    expect(pointedAt(shown('A: \u001b\u202Ex\u200B\n', '\u001b\u202Ex\u200B'))).toBe('\\u{1B}\\u{202E}x\\u{200B}'))
  test('one for a place without width', () => {
    const at = (offset: number) => findingAt('A: \nB: 2\n', 'A', { span: { start: offset, end: offset } })
    const lines = (offset: number) => report(runOf([documentOf('A: \nB: 2\n', [at(offset)])]), PLAIN).split('\n')
    expect(lines(2)).toContain('      |   ^')
    expect(lines(3)).toContain('      |    ^')
    expect(lines(9)).not.toContain('      | ^') // behind the last line there is nothing to show
  })
  test('to the end of the line for what goes on below', () => expect(pointedAt(shown('A: |\n  one\n  two\n', '|\n  one'))).toBe('|'))
})

describe('long lines', () => {
  const long = (before: number, after: number) => `${'{"a": 1, '.repeat(before)}"here"${', "b": 2'.repeat(after)}\n`
  test.each([
    [0, 100],
    [100, 0],
    [100, 100],
    [3, 100],
  ])('are cut around the finding (%i before, %i after)', (before, after) => {
    const lines = shown(long(before, after), '"here"')
    const excerpt = lines.find((line) => line.startsWith('    1 | ')) as string
    expect(pointedAt(lines)).toBe('"here"')
    expect(excerpt.length).toBeLessThanOrEqual(8 + 120 + 2)
    expect(excerpt.endsWith('…')).toBe(after > 5)
    expect(excerpt.startsWith('    1 | …')).toBe(before > 5)
  })
  test('a finding longer than the excerpt', () => {
    const lines = shown(`A: ${'x'.repeat(500)}\n`, 'x'.repeat(500))
    expect(pointedAt(lines)).toBe('x'.repeat(117))
    expect(lines.find((line) => line.startsWith('    1 | '))?.endsWith('x…')).toBe(true)
  })
  test('wide and escaped characters count for what they take', () => {
    for (const filler of ['語', '\u001b', '😀']) {
      const lines = shown(`${filler.repeat(200)}here${filler.repeat(200)}`, 'here')
      expect(lines.find((line) => line.startsWith('    1 | '))).not.toContain('\\u{D83D}')
      for (const line of lines) expect(line.length).toBeLessThan(140)
    }
  })
  test('thousands of findings on one line of megabytes take no time', () => {
    const text = `{${'"a": 1, '.repeat(400_000)}}`
    const findings = Array.from({ length: 5000 }, (_, i) => findingAt(text, '"a"', { span: { start: 1 + i * 8, end: 4 + i * 8 } }))
    const document = { ...documentOf('A: 1', findings), source: { ...documentOf('A: 1', []).source, lines: new LinesOf(text) } }
    const began = performance.now()
    report(runOf([document]), PLAIN)
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('hostile content', () => {
  test.each(HOSTILE)('%j stays on its line', (hostile) => {
    const text = `A: ${hostile}\n`
    const finding = findingAt(text, hostile, {
      message: hostile,
      when: hostile,
      related: [{ message: hostile, span: { start: 0, end: 1 }, path: hostile }],
    })
    const written = report(runOf([documentOf(text, [finding], `${hostile}.yaml`)]), PLAIN)
    expect(written.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    expect(written.split('\n')).toHaveLength(9)
  })
})
