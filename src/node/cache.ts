/**
 * What was said about documents before (`--cache`): an entry holds for the same path, text, settings and build of awslint, and
 * as long as the files around the document answer as they did. Safe to delete; an entry that cannot be read is none.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DocumentReport, Lines, type Project, type RuleSource, withoutNodes } from '../core.ts'
import { cacheFolder } from './cache-folder.ts'
import { allRules } from './rules.ts'

/** A question about the files around a document, and a digest of its answer. */
type Asked = readonly [question: keyof Project, path: string | undefined, answer: string]

interface Entry {
  readonly key: string
  readonly asked: readonly Asked[]
  readonly kind: DocumentReport['kind']
  readonly format: 'yaml' | 'json'
  readonly findings: DocumentReport['findings']
  /** Findings with the reason that the document gives. */
  readonly suppressed: readonly (readonly [DocumentReport['findings'][number], string | null])[]
  readonly rules: readonly string[]
}

export interface ReportCache {
  /** The report of a document: as it was kept, or made now and kept. */
  report(document: CachedDocument, make: (project: Project | undefined) => DocumentReport): DocumentReport
}

export interface CachedDocument {
  readonly path: string
  readonly text: string
  /** Everything besides the text that decides, in words. */
  readonly settings: string
  /** The files around it; undefined when nothing around it is looked at. */
  readonly project: Project | undefined
  readonly rules: RuleSource
}

/** @param build the folder of the built files, whose change makes every entry void */
export function reportCache(build: string): ReportCache {
  const own = cacheFolder()
  if (own === undefined) return { report: ({ project }, make) => make(project) }
  const folder = join(own, 'reports')
  const files = ['.', 'rules', 'schema/index.json'].flatMap((name) => filesAt(join(build, name)))
  const version = digest(
    files.map((file) => {
      const { size, mtimeMs } = statSync(file)
      return [file, size, mtimeMs]
    }),
  )
  return {
    report({ path, text, settings, project, rules }, make) {
      const file = join(folder, digest(path, process.cwd()))
      // Without a project nothing is asked, which is no answer for a run with one.
      const key = digest(version, path, text, settings, project !== undefined)
      const entry = read(file)
      if (entry?.key === key && entry.asked.every(([question, of, answer]) => digest(answerOf(project, question, of)) === answer))
        return reportOf(path, text, entry, rules)
      const { asked, recording } = recorded(project)
      const report = make(recording)
      if (report.failures.length === 0 && report.parts.length === 0) write(file, entryOf(key, asked(), report))
      return report
    },
  }
}

/** A file, or the files in a folder. */
function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(path, name))
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

function entryOf(key: string, asked: readonly Asked[], report: DocumentReport): Entry {
  const { kind, source, findings, suppressed, rules } = report
  return {
    key,
    asked,
    kind,
    format: source.format,
    findings: findings.map(withoutNodes),
    suppressed: suppressed.map(({ finding, by }) => [withoutNodes(finding), by.reason ?? null] as const),
    rules: rules.map(({ id }) => id),
  }
}

/** A report whose tree is not there: reports show lines only. */
function reportOf(name: string, text: string, entry: Entry, source: RuleSource): DocumentReport {
  const { kind, format, findings, suppressed } = entry
  return {
    name,
    kind,
    source: { name, text, format, lines: new Lines(text), root: null, problems: [] },
    findings,
    suppressed: suppressed.map(([finding, reason]) => ({ finding, by: { reason: reason ?? undefined } })),
    failures: [],
    parts: [],
    get rules() {
      const ids = new Set(entry.rules)
      return allRules(source).filter(({ id }) => ids.has(id))
    },
  }
}

function read(file: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry
  } catch {
    return undefined
  }
}

function write(file: string, entry: Entry): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const partial = `${file}.${process.pid}`
    writeFileSync(partial, JSON.stringify(entry))
    renameSync(partial, file)
  } catch {} // without a cache it is only slower
}
