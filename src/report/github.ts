import type { Severity } from '../core.ts'
import { visible } from './escape.ts'
import { repositoryPath } from './identity.ts'
import { placeOf, type Reporter, wording } from './report.ts'

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands of GitHub Actions, which become annotations at the lines of a pull request. */
export const github: Reporter = (run) => {
  const findings = run.files.flatMap(({ path, report }) =>
    report.findings.map((finding) => {
      const { start, end } = placeOf(finding, report)
      const properties = {
        file: repositoryPath(path, run),
        line: start.line,
        endLine: end.line,
        // GitHub takes columns of one line only.
        ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
        title: `awslint: ${finding.rule}`,
      }
      return command(COMMANDS[finding.severity], properties, wording(finding))
    }),
  )
  const unreadable = run.unreadable.map(({ path, message }) =>
    command('error', { file: repositoryPath(path, run), title: 'awslint' }, `The file cannot be read: ${message}`),
  )
  const failures = run.failures.map(({ path, rule, message }) =>
    command('error', { file: repositoryPath(path, run), title: 'awslint' }, `The rule ${rule} failed: ${message}`),
  )
  return [...findings, ...unreadable, ...failures].join('')
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${name} ${list.join(',')}::${data(message)}\n`
}

/** As the runner takes it apart: a per cent sign and line breaks in the text, and what separates properties in these. */
const data = (text: string): string => visible(text).replace(/%/g, '%25')
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
