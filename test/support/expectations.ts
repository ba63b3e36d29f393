/** The comments of bad fixtures that say what is found where: reading them, comparing, and writing them anew. */
import type { DocumentReport, Finding, Lines, Node, Severity } from '../../src/core.ts'

/** What a comment expects; the parts that its form cannot say are undefined. */
interface Expectation {
  readonly line: number
  /** undefined: 1 or 2 (`# <-`). */
  readonly column: number | undefined
  /** Of the end on the first line. */
  readonly endColumn: number | undefined
  /** `error: MemorySize is …` */
  readonly says: string
}

const SEVERITY = '(?:error|warning|info)'
const CARETS = new RegExp(`^(\\s*# +)(\\^+) (${SEVERITY}: .*)$`)
const ARROW = new RegExp(`^\\s*# <- (${SEVERITY}: .*)$`)
const AT = new RegExp(`^\\s*# (${SEVERITY}) at (-\\d+):(\\d+): (.*)$`)
/** Comments that were meant to be one of these. */
const NEARLY = new RegExp(`^\\s*#\\s*(\\^|<-|(?:${SEVERITY}|Error|Warning|Info) at\\b)`)

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)
const isExpectation = (line: string): boolean => CARETS.test(line) || ARROW.test(line) || AT.test(line)

/** @throws Error for a comment that looks like an expectation and is none */
export function readComments(text: string): Expectation[] {
  const found: Expectation[] = []
  let above = 0
  for (const [index, line] of linesOf(text).entries()) {
    const number = index + 1
    const carets = CARETS.exec(line)
    const arrow = ARROW.exec(line)
    const at = AT.exec(line)
    if (carets) {
      const [, lead, marks, says] = carets as unknown as [string, string, string, string]
      found.push({ line: above, column: lead.length + 1, endColumn: lead.length + 1 + marks.length, says })
    } else if (arrow) {
      found.push({ line: above, column: undefined, endColumn: undefined, says: arrow[1] as string })
    } else if (at) {
      const [, severity, offset, column, message] = at as unknown as [string, Severity, string, string, string]
      found.push({ line: number + Number(offset), column: Number(column), endColumn: undefined, says: `${severity}: ${message}` })
    } else if (NEARLY.test(line)) {
      throw new Error(`line ${number} is no expectation that can be read: ${line.trim()} (fixtures/README.md shows the forms)`)
    } else above = number
  }
  return found
}

/** `error: message (when X is true)`. */
export const saysOf = (finding: Finding): string =>
  `${finding.severity}: ${finding.message}${finding.when ? ` (when ${finding.when})` : ''}`

/** The columns of a finding on its first line, where a span over several lines is cut; at least one column wide. */
function columnsOf(finding: Finding, lines: Lines): { line: number; column: number; endColumn: number } {
  const start = lines.position(finding.span.start)
  const end = lines.position(finding.span.end)
  const last = end.line === start.line ? end.column : lines.line(start.line).length + 1
  return { line: start.line, column: start.column, endColumn: Math.max(last, start.column + 1) }
}

/**
 * What was expected and what was found, as lines that are equal exactly when every finding is expected by one comment and
 * every comment expects one finding.
 */
export function compareComments(expected: readonly Expectation[], report: DocumentReport): { expected: string[]; found: string[] } {
  const left = [...expected]
  const found = report.findings.map((finding) => {
    const { line, column, endColumn } = columnsOf(finding, report.source.lines)
    const says = saysOf(finding)
    const match = left.findIndex(
      (one) =>
        one.line === line &&
        one.says === says &&
        (one.column === undefined ? column <= 2 : one.column === column) &&
        (one.endColumn === undefined || one.endColumn === endColumn),
    )
    if (match >= 0) left.splice(match, 1)
    return { line, text: `${line}:${column}-${endColumn} ${says}`, matched: match >= 0 }
  })
  const missing = left.map(({ line, column, endColumn, says }) => ({
    line,
    text: `${line}:${column ?? '1 or 2'}${endColumn ? `-${endColumn}` : ''} ${says}`,
  }))
  const byLine = (a: { line: number }, b: { line: number }): number => a.line - b.line
  return {
    expected: [...found.filter(({ matched }) => matched), ...missing].sort(byLine).map(({ text }) => text),
    found: [...found].sort(byLine).map(({ text }) => text),
  }
}

/** The text without its expectations; line breaks stay as they are. */
export function stripComments(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => !isExpectation(line.replace(/\r?\n$/, '')))
    .join('')
}

/** Whether the findings of a text can be written into it as comments. */
export const holdsComments = ({ source, parts }: DocumentReport): boolean =>
  parts.every(({ findings }) => findings.length === 0) &&
  source.format === 'yaml' &&
  source.root !== null &&
  !/[\0\uFFFD]/.test(source.text) &&
  !source.text.startsWith('\uFEFF')

/** The text of a report, which has no expectations yet, with a comment for each finding. */
export function writeComments({ source, findings }: DocumentReport, walk: (root: Node) => Iterable<Node>): string {
  const { lines, text } = source
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const inside = source.root ? linesWithin(source.root, lines, walk) : new Map<number, Stretch>()
  const after = new Map<number, Finding[]>()
  for (const finding of findings) {
    const { line } = lines.position(finding.span.start)
    const place = inside.get(line)?.last ?? line
    after.set(place, [...(after.get(place) ?? []), finding])
  }
  const written: string[] = []
  /** Number in the written text of each line of the original. */
  const numbers: number[] = [0]
  const count = text.endsWith('\n') ? lines.count - 1 : lines.count
  for (let line = 1; line <= count; line++) {
    written.push(lines.line(line))
    numbers.push(written.length)
    for (const finding of after.get(line) ?? []) {
      const place = columnsOf(finding, lines)
      const says = saysOf(finding)
      const indent = /^\s*/.exec(lines.line(place.line))?.[0].length ?? 0
      if (place.line !== line) {
        const [severity, ...rest] = says.split(': ')
        const offset = (numbers[place.line] as number) - (written.length + 1)
        written.push(
          `${' '.repeat(shallowest(lines, inside.get(place.line)?.first ?? line, line))}# ${severity} at ${offset}:${place.column}: ${rest.join(': ')}`,
        )
      } else if (place.column <= 2) written.push(`# <- ${says}`)
      else {
        const hash = Math.min(indent, place.column - 3)
        const carets = '^'.repeat(place.endColumn - place.column)
        written.push(`${' '.repeat(hash)}#${' '.repeat(place.column - hash - 2)}${carets} ${says}`)
      }
    }
  }
  return `${written.join(eol)}${eol}`
}

/** The lines of a scalar, with the one that holds the indicator of a block scalar. */
interface Stretch {
  readonly first: number
  readonly last: number
}

/** Lines after which no comment can stand, because a scalar goes on there. */
function linesWithin(root: Node, lines: Lines, walk: (root: Node) => Iterable<Node>): Map<number, Stretch> {
  const within = new Map<number, Stretch>()
  for (const node of walk(root)) {
    if (node.kind !== 'scalar') continue
    const isBlock = node.style === 'literal' || node.style === 'folded'
    const first = lines.position(node.span.start).line - Number(isBlock)
    const last = lines.position(node.span.end).line
    for (let line = first; line < last; line++) within.set(line, { first, last })
  }
  return within
}

/** The smallest indentation of some lines with text: a comment there belongs to no block scalar among them. */
function shallowest(lines: Lines, first: number, last: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let line = first; line <= last; line++) {
    const text = lines.line(line)
    if (text.trim()) least = Math.min(least, text.length - text.trimStart().length)
  }
  return least
}

/**
 * The lines of an `.expected` file: `line:column-endLine:endColumn severity: message`, in a file that the document names
 * with its path before them.
 */
export function expectedLines(report: DocumentReport): string[] {
  const { lines, name } = report.source
  const own = report.findings.map((finding) => {
    const start = lines.position(finding.span.start)
    const end = lines.position(finding.span.end)
    return `${report.kind === 'part' ? `${name} ` : ''}${start.line}:${start.column}-${end.line}:${end.column} ${saysOf(finding)}`
  })
  return [...own, ...report.parts.flatMap(expectedLines)]
}
