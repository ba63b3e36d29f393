/** Mends files: a chunk of its own, loaded with --fix. */
import type { DocumentReport } from '../core.ts'
import { type Fixed, fixDocument, unifiedDiff } from '../fix.ts'
import { type FileText, replaceFile } from './files.ts'

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

  constructor(private readonly options: FixOptions) {}

  /**
   * Mends a file in place, or only notes how.
   * @param lintAgain checks another text of it
   * @returns what there is to say of it afterwards
   * @throws Error when it cannot be written; `reason()` says why
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
    this.count += done.fixed.length
    this.files++
    if (isDry) {
      this.diff += unifiedDiff(path, content.text, done.text)
      return report
    }
    replaceFile(absolute, done.text)
    return done.report
  }

  /** `3 findings fixed in 2 files`. */
  get summary(): string {
    const { count, files } = this
    if (count === 0) return 'nothing to fix'
    return `${count} finding${count === 1 ? '' : 's'} ${this.options.isDry ? 'would be ' : ''}fixed in ${files} file${files === 1 ? '' : 's'}`
  }
}
