import { countFindings, type Reporter } from './report.ts'

/** The documented JSON report: one object, one line break at its end. */
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
  const checked = run.files.filter(({ report }) => report.kind !== null).length
  const summary = { files: checked, skipped: run.skipped, ...countFindings(run) }
  return `${JSON.stringify({ tool: { name: 'awslint', version: run.version }, files, summary }, null, 2)}\n`
}
