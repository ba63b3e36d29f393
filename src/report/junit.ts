import type { Finding } from '../core.ts'
import { placeOf, type Reporter, wording } from './report.ts'
import { element, escapeMarkup, XML } from './xml.ts'

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite for each file, in it a case for each rule that found something, whose name does not
 * change with the lines; a file without findings is one case that passes. What could not be checked is an error, not a failure.
 */
export const junit: Reporter = (run) => {
  const suites = run.files
    .filter(({ report }) => report.kind !== null)
    .map(({ path, report }) => {
      const byRule = new Map<string, Finding[]>()
      for (const finding of report.findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding])
      const cases = [...byRule].map(([rule, findings]) => {
        const lines = findings.map((finding) => {
          const { line, column } = placeOf(finding, report).start
          return `${path}:${line}:${column}: ${finding.severity}: ${wording(finding)}`
        })
        const [first] = findings as [Finding]
        const message = findings.length > 1 ? `${wording(first)} (and ${findings.length - 1} more)` : wording(first)
        const failure = element(3, 'failure', { message, type: first.severity }, lines.map(escapeMarkup).join('\n'))
        return testcase(rule, path, failure, { line: placeOf(first, report).start.line })
      })
      const failed = run.failures.filter((one) => one.path === path)
      cases.push(...failed.map(({ rule, message }) => testcase(rule, path, error('The rule failed', message))))
      if (cases.length === 0) cases.push(testcase('no findings', path))
      return { path, tests: cases.length, failures: byRule.size, errors: failed.length, cases }
    })
  for (const { path, message } of run.unreadable)
    suites.push({ path, tests: 1, failures: 0, errors: 1, cases: [testcase('readable', path, error('The file cannot be read', message))] })

  const total = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((sum, suite) => sum + suite[key], 0)
  const counts = { tests: total('tests'), failures: total('failures'), errors: total('errors') }
  const time = (run.milliseconds / 1000).toFixed(3)
  const content = suites.map(({ path, tests, failures, errors, cases }) =>
    element(1, 'testsuite', { name: path, tests, failures, errors, skipped: 0, time: 0 }, cases.join('')),
  )
  return XML + element(0, 'testsuites', { name: 'awslint', ...counts, time }, content.join(''))
}

const testcase = (name: string, file: string, content = '', more: { line?: number } = {}): string =>
  element(2, 'testcase', { name, classname: file, file, ...more, time: 0 }, content)

const error = (type: string, message: string): string => element(3, 'error', { message: `${type}: ${message}`, type })
