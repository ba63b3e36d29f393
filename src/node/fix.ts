/** Mends files: a chunk of its own, loaded with --fix. */
import { realpathSync } from 'node:fs'
import type { DocumentReport } from '../core.ts'
import { type Fixed, fixDocument, unifiedDiff } from '../fix.ts'
import { type FileText, printed, reason, withSlashes } from './files.ts'
import { replaceFile } from './replace-file.ts'

export interface FixOptions {
  /** Also what somebody has to look at. */
  readonly unsafe: boolean
  /** Nothing is written. */
  readonly isDry: boolean
}

/** What a run has fixed so far. */
export class Fixer {
  /** What would change, as one unified diff. */
  diff = ''
  /** Findings that were fixed. */
  count = 0
  /** Files with something fixed in them. */
  files = 0
  /** What to tell the user besides. */
  readonly told: string[] = []
  /** Whether something could not be written. */
  hasFailed = false
  /** Files in the diff, by their real paths. */
  readonly #shown = new Set<string>()

  constructor(
    private readonly options: FixOptions,
    private readonly cwd: string,
  ) {}

  /**
   * Mends a file in place, or only notes how.
   * @param lintAgain checks another text of it
   * @returns what there is to say of it afterwards
   */
  mend(
    content: FileText,
    path: string,
    absolute: string,
    report: DocumentReport,
    lintAgain: (text: string) => DocumentReport,
  ): DocumentReport {
    const { unsafe, isDry } = this.options
    if (!report.findings.some(({ fix }) => fix && (unsafe || fix.isSafe))) return report
    // What was no UTF-8 would be written as something else.
    if (content.encoding || content.text.includes('\uFFFD')) {
      this.told.push(`${path} is not fixed: its bytes are no UTF-8; save it as UTF-8 first`)
      return report
    }
    const done: Fixed = fixDocument(report, lintAgain, unsafe)
    for (const { rule } of done.refused) this.told.push(`${path}: a fix of ${rule} is left out, because it would change something else`)
    if (done.text === content.text) return report
    if (isDry) {
      this.#show(absolute, content.text, done)
      return report
    }
    try {
      replaceFile(absolute, done.text)
    } catch (error) {
      this.hasFailed = true
      this.told.push(`${path} cannot be written: ${reason(error, absolute)}`)
      return report
    }
    this.#count(done)
    return done.report
  }

  /** As what applies a difference wants it: each file once, under no link, and never up from where it stands. */
  #show(absolute: string, before: string, done: Fixed): void {
    const real = realpathSync(absolute)
    if (this.#shown.has(real)) return
    this.#shown.add(real)
    const path = printed(real, this.cwd)
    this.diff += unifiedDiff(path.startsWith('../') ? withSlashes(real) : path, before, done.text)
    this.#count(done)
  }

  #count({ fixed }: Fixed): void {
    this.count += fixed.length
    this.files++
  }

  /** `3 findings fixed in 2 files`. */
  get summary(): string {
    const { count, files } = this
    if (count === 0) return 'nothing to fix'
    return `${count} finding${count === 1 ? '' : 's'} ${this.options.isDry ? 'would be ' : ''}fixed in ${files} file${files === 1 ? '' : 's'}`
  }
}
