import { compareFindings, type DocumentReport, type Failure, type Finding, type Position } from '../core.ts'

/** One linted file. */
export interface FileReport {
  /** As the user would write it: relative to the working directory, with `/`. */
  readonly path: string
  readonly report: DocumentReport
  /** What was found and stands in the baseline. */
  readonly baselined?: readonly Finding[]
}

/** Everything that one run has to say; what every reporter turns into text. */
export interface RunReport {
  readonly version: string
  /** The working directory, absolute, with `/`; the paths of the files start from it. */
  readonly cwd: string
  /** The root of the repository that the working directory lies in, or the working directory itself; absolute, with `/`. */
  readonly root: string
  /** Linted files in a stable order, those with nothing to say included; named files of no known kind have kind null. */
  readonly files: readonly FileReport[]
  /** How many files were looked at and were none of ours. */
  readonly skipped: number
  /** Files that could not be read. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[]
  /** Rules that failed, with the file. */
  readonly failures: readonly (Failure & { readonly path: string })[]
  /** Where rules are documented that did not come with awslint, as a URL in ASCII; undefined for one that names no page. */
  readonly pages?: ReadonlyMap<string, string | undefined>
  readonly milliseconds: number
  readonly exitCode: 0 | 1 | 2
}

export interface ReportOptions {
  /** Terminal colours. */
  readonly color: boolean
  /** Only findings, no excerpt and no summary. */
  readonly quiet: boolean
  /** Also what comments, metadata or the baseline silence. */
  readonly suppressed?: boolean
  /** Rule ids as links to their pages, as terminals take them. */
  readonly links?: boolean
}

export const FORMATS = ['text', 'compact', 'json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'markdown', 'html'] as const
export type Format = (typeof FORMATS)[number]
/** Those that have a notion of findings that are silenced. */
export const SHOW_SUPPRESSED: readonly Format[] = ['text', 'json', 'sarif', 'junit', 'markdown', 'html']

export type Reporter = (run: RunReport, options: ReportOptions) => string

/** A finding that is silenced: by the document itself, or by the baseline. */
export interface SilencedFinding {
  readonly finding: Finding
  readonly by: 'document' | 'baseline'
  readonly reason?: string
}

/** What is silenced in a file, in the order of the text. */
export function silencedIn({ report, baselined = [] }: FileReport): SilencedFinding[] {
  const own = report.suppressed.map(
    ({ finding, by }): SilencedFinding => ({ finding, by: 'document', ...(by.reason ? { reason: by.reason } : {}) }),
  )
  return [...own, ...baselined.map((finding): SilencedFinding => ({ finding, by: 'baseline' }))].sort((a, b) =>
    compareFindings(a.finding, b.finding),
  )
}

/** Each file with the files that it names behind it; of one that several name, or that was given as well, all findings in one place. */
export function withParts(files: readonly FileReport[]): readonly FileReport[] {
  const all = new Map<string, FileReport>()
  for (const { path, report } of files.flatMap(({ path, report }) => [
    { path, report },
    ...report.parts.map((part) => ({ path: part.name, report: part })),
  ])) {
    const other = all.get(path)?.report
    if (!other || other.kind === null) all.set(path, { path, report })
    else if (report.kind !== null)
      all.set(path, { path, report: { ...other, findings: distinct([...other.findings, ...report.findings]) } })
  }
  return [...all.values()]
}

/** How a finding is silenced, in words. */
export const silencing = ({ by, reason }: SilencedFinding): string =>
  by === 'baseline' ? 'in the baseline' : `suppressed${reason ? `: ${reason}` : ''}`

/** How many of the paths that were passed over are not checked as a part of another file, either. */
export function countSkipped(passedOver: readonly string[], files: readonly FileReport[]): number {
  const checked = new Set(files.filter(({ report }) => report.kind !== null).map(({ path }) => path))
  return passedOver.filter((path) => !checked.has(path)).length
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((one) => [`${one.rule} ${one.span.start} ${one.span.end} ${one.message} ${one.when}`, one]))
  return [...seen.values()].sort(compareFindings)
}

/** What a finding says, with the condition under which it holds. */
export const wording = ({ message, when }: Pick<Finding, 'message' | 'when'>): string => (when ? `${message} (when ${when})` : message)

/** Where a finding starts and ends, for printing. */
export const placeOf = ({ span }: Pick<Finding, 'span'>, { source: { lines } }: DocumentReport): { start: Position; end: Position } => ({
  start: lines.position(span.start),
  end: lines.position(Math.max(span.start, span.end)),
})

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What was found, in a line: `2 errors, 1 warning in 3 files`. */
export function inShort(run: RunReport): string {
  const { errors, warnings, infos } = countFindings(run)
  const counts = [
    ...(errors ? [plural(errors, 'error')] : []),
    ...(warnings ? [plural(warnings, 'warning')] : []),
    ...(infos ? [plural(infos, 'info')] : []),
  ]
  const files = countChecked(run)
  return files || counts.length ? `${counts.join(', ') || 'no findings'} in ${plural(files, 'file')}` : 'nothing to check'
}

/** How many files were of a known kind. */
export const countChecked = (run: RunReport): number => run.files.filter(({ report }) => report.kind !== null).length

/** How many findings of each severity a run has. */
export function countFindings(run: RunReport): { errors: number; warnings: number; infos: number } {
  const count = { errors: 0, warnings: 0, infos: 0 }
  for (const { report } of run.files) {
    for (const { severity } of report.findings) {
      if (severity === 'error') count.errors++
      else if (severity === 'warning') count.warnings++
      else count.infos++
    }
  }
  return count
}
