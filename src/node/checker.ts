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

/** What became of a file; plain values. */
export type Outcome =
  /** A configuration leaves it out, or it is none of ours and nobody named it. */
  | { readonly is: 'ignored' | 'foreign' }
  /** The message completes "… cannot be read: ". */
  | { readonly is: 'unreadable'; readonly message: string }
  | { readonly is: 'checked'; readonly report: PlainReport }

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
      const { path, absolute, named } = candidate
      const settings = settingsFor(absolute)
      if (settings.isIgnored) return { is: 'ignored' }
      let content: FileText
      try {
        content = readText(absolute)
      } catch (error) {
        // Large data that lies about in a folder is none of ours.
        return error instanceof TooLarge && !named ? { is: 'foreign' } : { is: 'unreadable', message: reason(error, absolute) }
      }
      if (!named && !settings.options.kind && !mayBeOurs(path, content.text)) return { is: 'foreign' }
      const isOurs = (kind: PlainReport['kind']): boolean =>
        named || (kind !== null && !(settings.isOtherTemplate && (kind === 'cloudformation' || kind === 'sam')))
      if (mend) {
        const make = (text: string): DocumentReport => lintText({ ...content, text }, path, settings, around(absolute))
        const report = make(content.text)
        return isOurs(report.kind) ? { is: 'checked', report: plain(mend(report, content, candidate, make)) } : { is: 'foreign' }
      }
      const report = text(content, path, settings, absolute)
      return isOurs(report.kind) ? { is: 'checked', report } : { is: 'foreign' }
    },
  }
}

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
