import { visibleAtStart } from './escape.ts'
import { placeOf, type Reporter, silencedIn, silencing, wording } from './report.ts'
import { element, escapeMarkup, XML } from './xml.ts'

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite for each file, in it a case for each rule that found something, whose name does not
 * change with the lines; a file without findings is one case that passes. What is silenced is skipped. What could not be checked is an
 * error, not a failure.
 */
export const junit: Reporter = (run, { suppressed }) => {
  const suites = run.files
    .filter(({ report }) => report.kind !== null)
    .map((file) => {
      const { path, report } = file
      const byRule = byRuleOf(report.findings, ({ rule }) => rule)
      const cases = byRule.map(([rule, findings]) => {
        const lines = findings.map((finding) => {
          const { line, column } = placeOf(finding, report).start
          return `${visibleAtStart(path)}:${line}:${column}: ${finding.severity}: ${wording(finding)}`
        })
        const [first] = findings
        const message = inOne(wording(first), findings.length)
        const failure = element(3, 'failure', { message, type: first.severity }, lines.map(escapeMarkup).join('\n'))
        return testcase(rule, path, failure, { line: placeOf(first, report).start.line })
      })
      const silenced = byRuleOf(suppressed ? silencedIn(file) : [], ({ finding }) => finding.rule).map(([rule, ones]) => {
        const [first] = ones
        const message = inOne(`${wording(first.finding)} (${silencing(first)})`, ones.length)
        const line = placeOf(first.finding, report).start.line
        return testcase(`${rule} (silenced)`, path, element(3, 'skipped', { message }), { line })
      })
      cases.push(...silenced)
      const failed = run.failures.filter((one) => one.path === path)
      cases.push(...failed.map(({ rule, message }) => testcase(rule, path, error('The rule failed', message))))
      if (cases.length === 0) cases.push(testcase('no findings', path))
      return { path, tests: cases.length, failures: byRule.length, errors: failed.length, skipped: silenced.length, cases }
    })
  for (const { path, message } of run.unreadable)
    suites.push({
      path,
      tests: 1,
      failures: 0,
      errors: 1,
      skipped: 0,
      cases: [testcase('readable', path, error('The file cannot be read', message))],
    })

  const total = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((sum, suite) => sum + suite[key], 0)
  const counts = { tests: total('tests'), failures: total('failures'), errors: total('errors') }
  const time = (run.milliseconds / 1000).toFixed(3)
  const content = suites.map(({ path, tests, failures, errors, skipped, cases }) =>
    element(1, 'testsuite', { name: path, tests, failures, errors, skipped, time: 0 }, cases.join('')),
  )
  return XML + element(0, 'testsuites', { name: 'awslint', ...counts, time }, content.join(''))
}

/** By rule, in the order in which the rules first occur. */
function byRuleOf<T>(all: readonly T[], ruleOf: (one: T) => string): [string, [T, ...T[]]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const group = groups.get(ruleOf(one))
    if (group) group.push(one)
    else groups.set(ruleOf(one), [one])
  }
  return [...groups]
}

const inOne = (words: string, count: number): string => (count > 1 ? `${words} (and ${count - 1} more)` : words)

const testcase = (name: string, file: string, content = '', more: { line?: number } = {}): string =>
  element(2, 'testcase', { name, classname: file, file, ...more, time: 0 }, content)

const error = (type: string, message: string): string => element(3, 'error', { message: `${type}: ${message}`, type })
