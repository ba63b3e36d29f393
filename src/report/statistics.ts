import type { RunReport } from './report.ts'

/** How often each rule found something, most often first. */
export function statistics(run: RunReport): string {
  const counts = new Map<string, { severity: string; count: number; files: number }>()
  for (const { report } of run.files) {
    for (const rule of new Set(report.findings.map((finding) => finding.rule))) {
      const own = report.findings.filter((finding) => finding.rule === rule)
      const known = counts.get(rule)
      counts.set(rule, {
        severity: own[0]?.severity ?? '',
        count: (known?.count ?? 0) + own.length,
        files: (known?.files ?? 0) + 1,
      })
    }
  }
  const rows = [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
  if (rows.length === 0) return ''
  const width = Math.max(...rows.map(([, { count }]) => String(count).length))
  return `${rows.map(([rule, { severity, count, files }]) => `${String(count).padStart(width)}  ${severity.padEnd(7)}  ${rule} (${files} file${files === 1 ? '' : 's'})`).join('\n')}\n`
}
