import { placeOf, type Reporter, wording } from './report.ts'
import { element, XML } from './xml.ts'

/** The XML of Checkstyle, which Jenkins, SonarQube, reviewdog and many others read. */
export const checkstyle: Reporter = (run) => {
  const files = run.files.map(({ path, report }) => {
    const errors = report.findings.map((finding) => {
      const { line, column } = placeOf(finding, report).start
      const { severity, rule } = finding
      return element(2, 'error', { line, column, severity, message: wording(finding), source: `awslint.${rule}` })
    })
    const failures = [
      ...run.unreadable.filter((one) => one.path === path).map(({ message }) => `The file cannot be read: ${message}`),
      ...run.failures.filter((one) => one.path === path).map(({ rule, message }) => `The rule ${rule} failed: ${message}`),
    ].map((message) => element(2, 'error', { line: 1, severity: 'error', message, source: 'awslint' }))
    return element(1, 'file', { name: path }, [...errors, ...failures].join(''))
  })
  const known = new Set(run.files.map(({ path }) => path))
  const unreadable = run.unreadable
    .filter(({ path }) => !known.has(path))
    .map(({ path, message }) => {
      const error = { line: 1, severity: 'error', message: `The file cannot be read: ${message}`, source: 'awslint' }
      return element(1, 'file', { name: path }, element(2, 'error', error))
    })
  return XML + element(0, 'checkstyle', { version: '8.0' }, [...files, ...unreadable].join(''))
}
