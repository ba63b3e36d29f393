import { type DocumentReport, lint, type Project } from '../core.ts'
import { type Candidate, type FileText, mayBeOurs, readText, reason, TooLarge } from './files.ts'
import { type PlainReport, plain } from './plain-report.ts'
import { projectAround } from './project.ts'
import { type FileSettings, type SettingOptions, settingsReader } from './settings.ts'
import { UserError } from './user-error.ts'

/** What the command line says about checking; plain values, so that every thread can be told. */
export interface CheckerOptions extends SettingOptions {
  /** Whether the files around a document are looked at. */
  readonly project: boolean
  readonly cache?: boolean
  /** Only what the files are is wanted. */
  readonly showFiles?: boolean
}

/** What became of a file. */
export type Outcome<R = PlainReport> =
  /** A configuration leaves it out, or it is none of ours and nobody named it. */
  | { readonly is: 'ignored' | 'foreign' }
  /** The message completes "… cannot be read: ". */
  | { readonly is: 'unreadable'; readonly message: string }
  | { readonly is: 'checked'; readonly report: R }

/** What became of a file, or why its settings cannot be used, or how awslint failed. */
export type Result =
  | Outcome
  | { readonly is: 'unusable'; readonly lines: readonly string[] }
  | { readonly is: 'failed'; readonly message: string }

/**
 * Mends a file.
 * @param again checks another text of it
 * @returns what there is to say of it afterwards
 */
export type Mend = (
  report: DocumentReport,
  content: FileText,
  candidate: Candidate,
  again: (text: string) => DocumentReport,
) => DocumentReport

export interface Checker {
  readonly settingsFor: (absolute: string) => FileSettings
  /**
   * Checks a text.
   * @param absolute where its file is, when it has one
   */
  text(content: FileText, path: string, settings: FileSettings, absolute?: string): PlainReport
  /** Checks a file. */
  file(candidate: Candidate, mend?: Mend): Outcome
}

/**
 * Checks one file after the other, each by its own settings.
 * @param build the folder of the built files
 * @throws UserError, as all that it does, for settings that cannot be used
 */
export function checkerFor(options: CheckerOptions, cwd: string, build: string): Checker {
  const settingsFor = settingsReader(options, cwd)
  const cache = options.cache ? (require('./cache.ts') as typeof import('./cache.ts')).reportCache(build) : undefined

  const lintText = ({ text, encoding }: FileText, path: string, settings: FileSettings, project: Project | undefined): DocumentReport =>
    lint(text, path, {
      ...settings.options,
      ...(options.showFiles ? { only: [] } : {}),
      ...(encoding ? { encoding } : {}),
      ...(project ? { project } : {}),
    })
  const around = (absolute: string | undefined): Project | undefined =>
    absolute !== undefined && options.project ? projectAround(absolute) : undefined

  function text(content: FileText, path: string, settings: FileSettings, absolute?: string): PlainReport {
    const project = around(absolute)
    if (!cache || absolute === undefined || !settings.isOwn || content.encoding || options.showFiles)
      return plain(lintText(content, path, settings, project))
    return cache.report({ path, text: content.text, settings: settings.options, project }, (project) =>
      plain(lintText(content, path, settings, project)),
    )
  }

  return {
    settingsFor,
    text,
    file(candidate, mend) {
      const { path, absolute } = candidate
      const settings = settingsFor(absolute)
      if (!mend) return checkFile(candidate, settings, (content) => text(content, path, settings, absolute))
      return checkFile(candidate, settings, (content) => {
        const make = (text: string): DocumentReport => lintText({ ...content, text }, path, settings, around(absolute))
        const report = make(content.text)
        return plain(isOurs(report.kind, candidate, settings) ? mend(report, content, candidate, make) : report)
      })
    },
  }
}

/**
 * Checks a file, where its settings and its content say that it is one of ours.
 * @param check checks its text
 */
export function checkFile<R extends Pick<DocumentReport, 'kind'>>(
  candidate: Candidate,
  settings: FileSettings,
  check: (content: FileText) => R,
): Outcome<R> {
  const { path, absolute, named } = candidate
  if (settings.isIgnored) return { is: 'ignored' }
  let content: FileText
  try {
    content = readText(absolute)
  } catch (error) {
    // Large data that lies about in a folder is none of ours.
    return error instanceof TooLarge && !named ? { is: 'foreign' } : { is: 'unreadable', message: reason(error, absolute) }
  }
  if (!named && !settings.options.kind && !mayBeOurs(path, content.text)) return { is: 'foreign' }
  const report = check(content)
  return isOurs(report.kind, candidate, settings) ? { is: 'checked', report } : { is: 'foreign' }
}

const isOurs = (kind: DocumentReport['kind'], { named }: Candidate, { isOtherTemplate }: FileSettings): boolean =>
  named || (kind !== null && !(isOtherTemplate && (kind === 'cloudformation' || kind === 'sam')))

/** Checks a file; what is thrown becomes plain values. */
export function attempt(checker: Checker, candidate: Candidate): Result {
  try {
    return checker.file(candidate)
  } catch (error) {
    if (error instanceof UserError) return { is: 'unusable', lines: error.lines }
    return { is: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/** @throws what was thrown in the thread */
export function outcomeOf(result: Result): Outcome {
  if (result.is === 'unusable') throw new UserError(...result.lines)
  if (result.is === 'failed') throw new Error(result.message)
  return result
}
