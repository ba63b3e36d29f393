/**
 * What was said about documents before (`--cache`): an entry holds for the same path, text, settings and build of awslint, and
 * as long as the files around the document answer as they did. Safe to delete; an entry that cannot be read is none.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LintOptions, Project } from '../core.ts'
import { cacheFolder } from './cache-folder.ts'
import type { PlainReport } from './plain-report.ts'
import { replaceFile } from './replace-file.ts'

/** A question about the files around a document, and a digest of its answer. */
type Asked = readonly [question: keyof Project, path: string | undefined, answer: string]

interface Entry {
  readonly key: string
  readonly asked: readonly Asked[]
  readonly report: PlainReport
}

export interface ReportCache {
  /** The report of a document: as it was kept, or made now and kept. */
  report(document: CachedDocument, make: (project: Project | undefined) => PlainReport): PlainReport
}

export interface CachedDocument {
  readonly path: string
  readonly text: string
  /** With the rules and schemas that are built in. */
  readonly settings: LintOptions
  /** The files around it; undefined when nothing around it is looked at. */
  readonly project: Project | undefined
}

/** @param build the folder of the built files; another build makes every entry void */
export function reportCache(build: string): ReportCache {
  const own = cacheFolder()
  if (own === undefined) return { report: ({ project }, make) => make(project) }
  const folder = join(own, 'reports')
  // It holds a digest of everything that was built with it.
  const version = digest(readFileSync(join(build, 'load.cjs'), 'utf8'))
  const inWords = new WeakMap<LintOptions, string>()
  const wordsOf = (settings: LintOptions): string => {
    const words = inWords.get(settings) ?? digest(decides(settings))
    inWords.set(settings, words)
    return words
  }
  return {
    report({ path, text, settings, project }, make) {
      const file = join(folder, digest(path, process.cwd()))
      // Without a project nothing is asked, which is no answer for a run with one.
      const key = digest(version, path, text, wordsOf(settings), project !== undefined)
      const entry = read(file)
      if (entry?.key === key && entry.asked.every(([question, of, answer]) => digest(answerOf(project, question, of)) === answer))
        return entry.report
      const { asked, recording } = recorded(project)
      const report = make(recording)
      if (report.failures.length === 0) write(file, { key, asked: asked(), report })
      return report
    },
  }
}

/** Everything besides the text that decides. */
function decides({ rules, schemas: _builtIn, severityOf, ...others }: LintOptions): unknown {
  return [others, rules.manifest.map(({ id, severity }) => severityOf?.(id) ?? severity)]
}

const digest = (...of: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url')

function answerOf(project: Project | undefined, question: keyof Project, path: string | undefined): unknown {
  const answer = (project?.[question] as ((path?: string) => unknown) | undefined)?.call(project, path)
  return answer === undefined ? null : answer
}

/** The same project, and what it was asked. */
function recorded(project: Project | undefined): { asked: () => Asked[]; recording: Project | undefined } {
  const asked = new Map<string, Asked>()
  if (!project) return { asked: () => [], recording: undefined }
  const recording = new Proxy(project, {
    get(target, question: keyof Project & string) {
      const answer = target[question] as ((path?: string) => unknown) | undefined
      if (typeof answer !== 'function') return answer
      return (path?: string) => {
        const given = answer.call(target, path)
        asked.set(`${question}\n${path}`, [question, path, digest(given === undefined ? null : given)])
        return given
      }
    },
  })
  return { asked: () => [...asked.values()], recording }
}

/** An entry, behind a digest of it; undefined for one that is damaged in any way. */
function read(file: string): Entry | undefined {
  try {
    const [sum, text = ''] = readFileSync(file, 'utf8').split('\n')
    return sum === digest(text) ? (JSON.parse(text) as Entry) : undefined
  } catch {
    return undefined
  }
}

function write(file: string, entry: Entry): void {
  try {
    const text = JSON.stringify(entry)
    mkdirSync(dirname(file), { recursive: true })
    replaceFile(file, `${digest(text)}\n${text}`)
  } catch {} // without a cache it is only slower
}
