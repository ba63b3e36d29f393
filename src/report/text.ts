import type { Finding, Lines, Severity } from '../core.ts'
import { visible } from './escape.ts'
import { countFindings, type FileReport, type Reporter, type ReportOptions, type RunReport } from './report.ts'

/** Excerpts show this many columns at most; longer lines are cut around the finding. */
const EXCERPT_WIDTH = 120

const CODES: Readonly<Record<Severity | 'dim' | 'bold', string>> = { error: '31', warning: '33', info: '36', dim: '2', bold: '1' }

/** Grouped by file: place, severity, message and rule, with the source line and carets; a summary at the end. */
export const text: Reporter = (run, options) => {
  const paint = (style: keyof typeof CODES, words: string): string => (options.color ? `\u001b[${CODES[style]}m${words}\u001b[0m` : words)
  const blocks = run.files.filter(({ report }) => report.findings.length > 0).map((file) => fileBlock(file, options, paint))
  if (options.quiet) return blocks.length ? `${blocks.join('\n')}\n` : ''
  return `${[...blocks, summary(run, paint)].join('\n\n')}\n`
}

type Paint = (style: keyof typeof CODES, words: string) => string

function fileBlock({ path, report }: FileReport, options: ReportOptions, paint: Paint): string {
  const name = paint('bold', visible(path))
  const findings = report.findings.map((finding) => findingBlock(finding, report.source.lines, options, paint))
  return [name, ...findings].join(options.quiet ? '\n' : '\n\n')
}

function findingBlock(finding: Finding, lines: Lines, options: ReportOptions, paint: Paint): string {
  const { line, column } = lines.position(finding.span.start)
  const when = finding.when ? ` (when ${visible(finding.when)})` : ''
  const head = `  ${line}:${column}  ${paint(finding.severity, finding.severity)}  ${visible(finding.message)}${when}  ${paint('dim', finding.rule)}`
  if (options.quiet) return head
  const related = (finding.related ?? []).map(
    ({ message, span }) => `       see ${lines.position(span.start).line}:${lines.position(span.start).column}, ${visible(message)}`,
  )
  return [head, ...excerpt(finding, lines, paint), ...related].join('\n')
}

/** The line of a finding with carets below it; tabs and control characters take one column each. */
function excerpt(finding: Finding, lines: Lines, paint: Paint): string[] {
  const start = lines.position(finding.span.start)
  const end = lines.position(finding.span.end)
  const whole = lines.line(start.line)
  const from = start.column - 1
  const to = Math.max(from + 1, end.line === start.line ? end.column - 1 : whole.length)
  const cut = whole.length > EXCERPT_WIDTH ? Math.max(0, Math.min(from - 20, whole.length - EXCERPT_WIDTH)) : 0
  const shown = visible(whole.slice(cut, cut + EXCERPT_WIDTH))
  if (shown.trim() === '') return []
  const lead = visible(whole.slice(cut, from))
  const marked = visible(whole.slice(from, Math.min(to, cut + EXCERPT_WIDTH)))
  const gutter = String(start.line).padStart(5)
  const blank = ' '.repeat(gutter.length)
  const carets = `${' '.repeat(columns(lead))}${paint(finding.severity, '^'.repeat(Math.max(1, columns(marked))))}`
  return [`${paint('dim', `${gutter} | `)}${cut > 0 ? '…' : ''}${shown}`, `${paint('dim', `${blank} | `)}${cut > 0 ? ' ' : ''}${carets}`]
}

/** Wide East Asian characters and emoji take two columns of a terminal. */
function columns(shown: string): number {
  let width = 0
  for (const character of shown)
    width += /\p{Mark}/u.test(character)
      ? 0
      : /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
            character,
          )
        ? 2
        : 1
  return width
}

function summary(run: RunReport, paint: Paint): string {
  const { errors, warnings, infos } = countFindings(run)
  const files = run.files.filter(({ report }) => report.kind !== null).length
  const parts = [
    ...(errors ? [paint('error', plural(errors, 'error'))] : []),
    ...(warnings ? [paint('warning', plural(warnings, 'warning'))] : []),
    ...(infos ? [paint('info', plural(infos, 'info'))] : []),
  ]
  const found = parts.length ? parts.join(', ') : files ? 'no findings' : 'nothing to check'
  const skipped = run.skipped ? `, ${plural(run.skipped, 'other file')} skipped` : ''
  const unreadable = run.unreadable.length ? `, ${plural(run.unreadable.length, 'file')} unreadable` : ''
  return `${found} in ${plural(files, 'file')}${skipped}${unreadable} (${Math.round(run.milliseconds)} ms)`
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
