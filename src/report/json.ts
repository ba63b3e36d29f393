import { printableJson } from './escape.ts'
import { countChecked, countFindings, type Reporter } from './report.ts'

/** The documented JSON report. Its columns are UTF-16 code units, its ends exclusive. */
export const json: Reporter = (run) => {
  const files = run.files.map(({ path, report }) => ({
    path,
    kind: report.kind,
    findings: report.findings.map((finding) => {
      const start = report.source.lines.position(finding.span.start)
      const end = report.source.lines.position(finding.span.end)
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
      }
    }),
  }))
  const summary = { files: countChecked(run), skipped: run.skipped, ...countFindings(run) }
  return printableJson({ tool: { name: 'awslint', version: run.version }, files, summary })
}
