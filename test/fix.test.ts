/** The engine behind --fix: what it refuses, where it ends, and the differences that it prints. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DocumentReport, type Finding, type Fix, replaceText, walk } from '../src/core.ts'
import { fixDocument, unifiedDiff } from '../src/fix.ts'
import { documentOf } from './support/run-report.ts'
import './support/seed.ts'

/** What a rule would do to a word: what it says, and what its edit does. */
type Fixes = Readonly<Record<string, readonly [says: string, does: string]>>

function reportOf(text: string, fixes: Fixes): DocumentReport {
  const report = documentOf(text, [])
  const findings = [...walk(report.source.root as NonNullable<typeof report.source.root>)].flatMap((node): Finding[] => {
    const [says, does] = (node.kind === 'scalar' && Object.hasOwn(fixes, node.text) && fixes[node.text]) || []
    const change = says === undefined ? undefined : replaceText(node, says)
    if (!change || does === undefined) return []
    const fix: Fix = { title: 'x', isSafe: true, changes: [change], edits: [{ span: node.span, text: does }] }
    return [{ rule: 'own/x', severity: 'error', message: `${says} is right.`, span: node.span, path: 'A', fix }]
  })
  return { ...report, findings }
}

const fixed = (text: string, fixes: Fixes) => {
  const done = fixDocument(reportOf(text, fixes), (text) => reportOf(text, fixes))
  return { text: done.text, fixed: done.fixed.length, refused: done.refused.map(({ message }) => message) }
}

describe('a fix', () => {
  test('is applied with the others, and what it makes possible after it', () =>
    expect(fixed('A: one\nB: two\nC: four\n', { one: ['two', 'two'], two: ['three', 'three'] })).toEqual({
      text: 'A: three\nB: three\nC: four\n',
      fixed: 3,
      refused: [],
    }))
  test.each([
    ['another value', 'five'],
    ['another tree', '{ five: 5 }'],
    ['a broken document', '"five'],
  ])('whose text would be %s is left out, the others are not', (_, does) => {
    expect(fixed('A: one\nB: two\n', { one: ['four', does], two: ['three', 'three'] })).toEqual({
      text: 'A: one\nB: three\n',
      fixed: 1,
      refused: ['four is right.'],
    })
  })
  test('that leads back to what was there ends', () => {
    const done = fixed('A: one\n', { one: ['two', 'two'], two: ['one', 'one'] })
    expect(done).toEqual({ text: 'A: two\n', fixed: 1, refused: [] })
  })
})

describe('a difference', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'awslint-diff-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Texts of few different lines, so that most of them stand in both. */
  const text = fc
    .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', ' d', '-e', '+f'), { maxLength: 24 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, end, isEnded]) => lines.join(end) + (isEnded && lines.length > 0 ? end : ''))

  test('is what Git needs to make one text of the other', () => {
    const pairs = fc.sample(fc.tuple(text, text), 60).filter(([before, after]) => before !== after && before !== '' && after !== '')
    pairs.forEach(([before], i) => {
      writeFileSync(join(folder, `${i}.yaml`), before)
    })
    const diff = pairs.map(([before, after], i) => unifiedDiff(`${i}.yaml`, before, after)).join('')
    const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: diff, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(pairs.map((_, i) => readFileSync(join(folder, `${i}.yaml`), 'utf8'))).toEqual(pairs.map(([, after]) => after))
  })
  test('is empty where nothing differs', () => expect(unifiedDiff('a.yaml', 'a\n', 'a\n')).toBe(''))
})
