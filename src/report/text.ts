import type { Finding, Lines, Severity } from '../core.ts'
import { visible, visibleAtStart } from './escape.ts'
import {
  countChecked,
  countFindings,
  type FileReport,
  plural,
  type Reporter,
  type ReportOptions,
  type RunReport,
  type SilencedFinding,
  silencedIn,
  silencing,
  wording,
} from './report.ts'
import { pageOf } from './rule-page.ts'

/** Excerpts are this many columns wide at most; of a longer line, what surrounds the finding. */
const EXCERPT_WIDTH = 120
/** How much of a longer line stands before the finding. */
const LEAD_WIDTH = 40

const CODES: Readonly<Record<Severity | 'dim' | 'bold', string>> = { error: '31', warning: '33', info: '36', dim: '2', bold: '1' }

/** Grouped by file: place, severity, message and rule, with the source line and carets; a summary at the end. */
export const text: Reporter = (run, options) => {
  const paint = (style: keyof typeof CODES, words: string): string => (options.color ? `\u001b[${CODES[style]}m${words}\u001b[0m` : words)
  const hasLines = (file: FileReport): boolean =>
    file.report.findings.length > 0 || (options.suppressed === true && silencedIn(file).length > 0)
  const blocks = run.files.filter(hasLines).map((file) => fileBlock(file, run, options, paint))
  if (options.quiet) return blocks.length ? `${blocks.join('\n')}\n` : ''
  return `${[...blocks, summary(run, paint)].join('\n\n')}\n`
}

type Paint = (style: keyof typeof CODES, words: string) => string

function fileBlock(file: FileReport, run: RunReport, options: ReportOptions, paint: Paint): string {
  const { path, report } = file
  const name = paint('bold', visibleAtStart(path))
  const findings = report.findings.map((finding) => findingBlock(finding, report.source.lines, run, options, paint))
  const silenced = options.suppressed ? silencedIn(file).map((one) => silencedLine(one, report.source.lines, paint)) : []
  return [name, ...findings, ...silenced].join(options.quiet ? '\n' : '\n\n')
}

function silencedLine(one: SilencedFinding, lines: Lines, paint: Paint): string {
  const { finding } = one
  const { line, column } = lines.position(finding.span.start)
  const words = `${visible(wording(finding))}  ${finding.rule} (${visible(silencing(one))})`
  return paint('dim', `  ${line}:${column}  ${finding.severity}  ${words}`)
}

function findingBlock(finding: Finding, lines: Lines, run: RunReport, options: ReportOptions, paint: Paint): string {
  const place = ({ span }: Pick<Finding, 'span'>): string => {
    const { line, column } = lines.position(span.start)
    return `${line}:${column}`
  }
  const head = `  ${place(finding)}  ${paint(finding.severity, finding.severity)}  ${visible(wording(finding))}  ${paint('dim', options.links ? linked(finding.rule, run) : finding.rule)}`
  if (options.quiet) return head
  const related = (finding.related ?? []).map((other) => `        see ${place(other)}: ${visible(other.message)}`)
  return [head, ...excerpt(finding, lines, paint), ...related].join('\n')
}

/** A rule id as a link (OSC 8). */
function linked(rule: string, run: RunReport): string {
  const page = pageOf(rule, run)
  return page === undefined ? rule : `\u001b]8;;${page}\u001b\\${rule}\u001b]8;;\u001b\\`
}

/** The line on which a finding starts, with carets below it. */
function excerpt(finding: Finding, lines: Lines, paint: Paint): string[] {
  const start = lines.position(finding.span.start)
  const end = lines.position(finding.span.end)
  const line = lines.line(start.line)
  const from = Math.min(start.column - 1, line.length)
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length

  // Lines can be megabytes long: only what can be shown is looked at.
  const fits = line.length <= EXCERPT_WIDTH && columns(line) <= EXCERPT_WIDTH
  const before = Array.from(line.slice(Math.max(0, from - EXCERPT_WIDTH), from))
  const lead = fits ? before.join('') : fitting(before.reverse(), LEAD_WIDTH).reverse().join('')
  const marked = fitting(Array.from(line.slice(from, Math.min(to, from + EXCERPT_WIDTH))), EXCERPT_WIDTH - columns(lead)).join('')
  const rest = from + marked.length < to ? [] : Array.from(line.slice(to, to + EXCERPT_WIDTH))
  const tail = fitting(rest, EXCERPT_WIDTH - columns(lead) - columns(marked)).join('')
  if (`${lead}${marked}${tail}`.trim() === '') return []

  const cutBefore = lead.length < from ? '…' : ''
  const cutAfter = from + marked.length + tail.length < line.length ? '…' : ''
  const gutter = String(start.line).padStart(5)
  const carets = '^'.repeat(Math.max(1, columns(marked)))
  return [
    `${paint('dim', `${gutter} | `)}${cutBefore}${visible(lead + marked + tail)}${cutAfter}`,
    `${paint('dim', `${' '.repeat(gutter.length)} | `)}${' '.repeat(cutBefore.length + columns(lead))}${paint(finding.severity, carets)}`,
  ]
}

/** As many characters from the front as fit into a width. */
function fitting(characters: readonly string[], width: number): string[] {
  let used = 0
  const end = characters.findIndex((character) => {
    used += columns(character)
    return used > width
  })
  return end < 0 ? [...characters] : characters.slice(0, end)
}

/** How many columns of a terminal a text takes once visible: two for wide East Asian characters and emoji, none for combining marks. */
function columns(text: string): number {
  let width = 0
  for (const character of visible(text)) width += /\p{Mark}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FB}\u{20000}-\u{3FFFD}]/u

function summary(run: RunReport, paint: Paint): string {
  const { errors, warnings, infos } = countFindings(run)
  const files = countChecked(run)
  const parts = [
    ...(errors ? [paint('error', plural(errors, 'error'))] : []),
    ...(warnings ? [paint('warning', plural(warnings, 'warning'))] : []),
    ...(infos ? [paint('info', plural(infos, 'info'))] : []),
  ]
  const found = files || parts.length ? `${parts.join(', ') || 'no findings'} in ${plural(files, 'file')}` : 'nothing to check'
  const skipped = run.skipped ? `, ${plural(run.skipped, 'other file')} skipped` : ''
  const unreadable = run.unreadable.length ? `, ${plural(run.unreadable.length, 'file')} unreadable` : ''
  const fixable = run.files.flatMap(({ report }) => report.findings.flatMap(({ fix }) => fix ?? []))
  const safe = fixable.filter(({ isSafe }) => isSafe).length
  const unsafe = fixable.length - safe
  const fixes = [
    ...(safe ? [`${safe} can be fixed with --fix`] : []),
    ...(unsafe ? [`${unsafe}${safe ? ' more' : ' can be fixed'} with --fix-unsafe`] : []),
  ]
  const canBe = fixes.length ? `\n${fixes.join(', ')}` : ''
  return `${found}${skipped}${unreadable} (${Math.round(run.milliseconds)} ms)${canBe}`
}
