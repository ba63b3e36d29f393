import { expect, test } from 'vitest'
import { json as report } from '../../src/report/json.ts'
import { documentOf, findingAt, HOSTILE, linted, PLAIN, runOf } from '../support/run-report.ts'

test('the documented shape, key by key', () => {
  const text = 'A:\r\n  B: "é😀"\r\n'
  const findings = [
    findingAt(text, '"é😀"', {
      message: 'B is odd.',
      when: 'IsProd is true',
      related: [{ message: 'x', span: { start: 0, end: 1 }, path: 'A' }],
    }),
    findingAt(text, 'A', { severity: 'info', path: '' }),
  ]
  const foreign = { ...documentOf('x: 1\n', [], 'x.yaml'), kind: null }
  expect(report(runOf([documentOf(text, findings), foreign], { skipped: 1 }), PLAIN)).toBe(
    `${JSON.stringify(
      {
        tool: { name: 'awslint', version: '1.2.3' },
        files: [
          {
            path: 'a.yaml',
            kind: 'cloudformation',
            findings: [
              {
                rule: 'template/unknown-section',
                severity: 'error',
                message: 'B is odd.',
                line: 2,
                column: 6,
                endLine: 2,
                endColumn: 11,
                path: 'A/B',
                when: 'IsProd is true',
              },
              {
                rule: 'template/unknown-section',
                severity: 'info',
                message: 'It is wrong.',
                line: 1,
                column: 1,
                endLine: 1,
                endColumn: 2,
                path: '',
              },
            ],
          },
          { path: 'x.yaml', kind: null, findings: [] },
        ],
        summary: { files: 1, skipped: 1, errors: 1, warnings: 0, infos: 1 },
      },
      null,
      2,
    )}\n`,
  )
})

test('what could not be checked', () => {
  const troubles = {
    unreadable: [{ path: 'x.yaml', message: 'permission denied' }],
    failures: [{ path: 'a.yaml', rule: 'x/y', message: 'oh' }],
  }
  expect(JSON.parse(report(runOf([documentOf('A: 1\n', [])], { exitCode: 2, ...troubles }), PLAIN))).toMatchObject(troubles)
})

test('what a rule finds', () => {
  const { files, summary } = JSON.parse(report(runOf([linted('Resource: {}\nResources: {}\n', 'template.yaml')]), PLAIN))
  expect(files[0].findings).toContainEqual({
    rule: 'template/unknown-section',
    severity: 'error',
    message: '"Resource" is no section of a template; did you mean "Resources"?',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 9,
    path: 'Resource',
  })
  expect(summary.files).toBe(1)
})

test.each(HOSTILE)('%j comes back as it was and is safe to print', (hostile) => {
  const text = `A: ${hostile}\n`
  const written = report(runOf([documentOf(text, [findingAt(text, 'A', { message: hostile, path: hostile })], hostile)]), PLAIN)
  expect(written.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
  const [file] = JSON.parse(written).files
  expect(file).toMatchObject({ path: hostile, findings: [{ message: hostile, path: hostile }] })
})
