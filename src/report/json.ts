import type { DocumentReport, Finding, Fix, Lines } from '../core.ts'
import { printableJson } from './escape.ts'
import { countChecked, countFindings, type Reporter, silencedIn } from './report.ts'

/** The documented JSON report. Its columns are UTF-16 code units, its ends exclusive. */
export const json: Reporter = (run, options) => {
  const files = run.files.map((file) => {
    const { path, report } = file
    return {
      path,
      kind: report.kind,
      findings: report.findings.map((finding) => placed(finding, report)),
      ...(options.suppressed
        ? { suppressed: silencedIn(file).map(({ finding, ...how }) => ({ ...placed(finding, report), ...how })) }
        : {}),
    }
  })
  const summary = { files: countChecked(run), skipped: run.skipped, ...countFindings(run) }
  return printableJson({
    tool: { name: 'awslint', version: run.version },
    files,
    ...(run.unreadable.length ? { unreadable: run.unreadable } : {}),
    ...(run.failures.length ? { failures: run.failures.map(({ path, rule, message }) => ({ path, rule, message })) } : {}),
    summary,
  })
}

function fixed({ title, isSafe, edits }: Fix, lines: Lines) {
  return {
    title,
    safe: isSafe,
    edits: edits.map(({ span, text }) => {
      const start = lines.position(span.start)
      const end = lines.position(span.end)
      return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, text }
    }),
  }
}

function placed(finding: Finding, { source }: DocumentReport) {
  const start = source.lines.position(finding.span.start)
  const end = source.lines.position(finding.span.end)
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    path: finding.path,
    ...(finding.when ? { when: finding.when } : {}),
    ...(finding.fix ? { fix: fixed(finding.fix, source.lines) } : {}),
  }
}
