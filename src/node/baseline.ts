/** The baseline on disk; a chunk of its own, loaded when there is one. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { parted, readBaseline, updated, writtenBaseline } from '../config/baseline.ts'
import type { DocumentReport, Finding } from '../core.ts'
import { printed, reason, withSlashes } from './files.ts'
import { replaceFile } from './replace-file.ts'

interface Reported {
  readonly path: string
  readonly report: DocumentReport
}

/**
 * Takes out of reports what a baseline holds.
 * @param update write what is found now into the file first
 * @returns the reports, each with what was taken out, and what to tell
 * @throws Error with a plain message
 */
export function withBaseline(path: string, files: readonly Reported[], cwd: string, update: boolean) {
  const name = printed(path, cwd)
  let baseline = update && !existsSync(path) ? new Map() : read(path, name)
  const keyOf = (file: Reported): string => withSlashes(relative(dirname(path), resolve(cwd, file.path)))
  const told: string[] = []
  if (update) {
    const parts = files.map((file) => parted(file.report.findings, baseline.get(keyOf(file))))
    const found = new Map<string, readonly Finding[]>(
      files.filter(({ report }) => report.kind !== null).map((file) => [keyOf(file), file.report.findings]),
    )
    const next = updated(baseline, found)
    const count = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((sum, part) => sum + of(part), 0)
    replaceFile(path, writtenBaseline(next))
    told.push(`${name} is written: ${count(({ fresh }) => fresh.length)} new, ${count(({ gone }) => gone)} gone`)
    baseline = next
  }
  let gone = 0
  const kept = files.map((file) => {
    const part = parted(file.report.findings, baseline.get(keyOf(file)))
    gone += part.gone
    return { ...file, report: { ...file.report, findings: part.fresh }, baselined: part.baselined }
  })
  if (gone)
    told.push(
      `${gone === 1 ? '1 finding' : `${gone} findings`} of ${name} ${gone === 1 ? 'is' : 'are'} gone; --update-baseline takes ${gone === 1 ? 'it' : 'them'} out`,
    )
  return { files: kept, told }
}

function read(path: string, name: string) {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`the baseline ${name} cannot be read: ${reason(error, path)}; --update-baseline writes one`)
  }
  const baseline = readBaseline(text)
  if (!baseline) throw new Error(`${name} is no baseline of awslint; write one with --update-baseline to another file`)
  return baseline
}
