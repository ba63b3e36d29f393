import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { MAX_LENGTH, nameKind } from '../core.ts'

/** A file to be linted. */
export interface Candidate {
  /** As it is printed: relative to the working directory where it lies below it, with `/`. */
  readonly path: string
  readonly absolute: string
  /** Named by the user, not met in a folder or by a glob. */
  readonly named: boolean
}

export class UsageError extends Error {}

const EXTENSION = /\.(ya?ml|json|template|cfn)$/i

/** Folders that hold other people's or generated files, whatever .gitignore says. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.aws-sam', '.venv', '.terraform'])

/** No repository nests deeper by hand; it also ends a loop of links. */
const MAX_FOLDER_DEPTH = 40

/**
 * The files that paths, folders and globs stand for, each once, in a stable order. Folders are searched for YAML and
 * JSON files, honouring every .gitignore on the way; links to folders are not followed.
 * @throws UsageError for a path that does not exist or a glob that nothing matches
 */
export function discover(paths: readonly string[], cwd: string): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (absolute: string, named: boolean): void => {
    const known = found.get(absolute)
    if (!known || (named && !known.named)) found.set(absolute, { path: printed(absolute, cwd), absolute, named })
  }
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(cwd, path)
    const stat = statSync(absolute, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const file of walkFolder(absolute, inherited(absolute), 0)) add(file, false)
    else if (stat) add(absolute, true)
    else if (/[*?[\]{}]/.test(path)) {
      // Loaded here, not at the top: most runs name their files.
      const { globSync } = require('tinyglobby') as typeof import('tinyglobby')
      const matches = globSync(path.split(sep).join('/'), { cwd, absolute: true, dot: true, ignore: ['**/node_modules/**', '**/.git/**'] })
      if (matches.length === 0) throw new UsageError(`nothing matches the pattern "${path}"`)
      for (const match of matches.sort()) add(resolve(match), false)
    } else throw new UsageError(`there is no file or folder "${path}"`)
  }
  return [...found.values()]
}

/** Relative to the working directory, with `/`; a path outside of it stays as it is. */
export function printed(absolute: string, cwd: string): string {
  const short = relative(cwd, absolute)
  return (short === '' || isAbsolute(short) ? absolute : short).split(sep).join('/')
}

interface Rules {
  readonly folder: string
  readonly ignore: Ignore
}

/** The .gitignore files of the folders above, up to the repository's root. */
function inherited(folder: string): Rules[] {
  const chain: Rules[] = []
  for (let here = folder; !existsSync(join(here, '.git')); ) {
    const above = resolve(here, '..')
    if (above === here) return [] // not in a repository
    here = above
    const rules = readIgnore(here)
    if (rules) chain.unshift(rules)
  }
  return chain
}

function readIgnore(folder: string): Rules | undefined {
  try {
    const text = readFileSync(join(folder, '.gitignore'), 'utf8')
    const ignore = require('ignore') as () => Ignore
    return { folder, ignore: ignore().add(text) }
  } catch {
    return undefined // none, or unreadable: nothing is ignored
  }
}

function* walkFolder(folder: string, above: readonly Rules[], depth: number): Generator<string> {
  if (depth > MAX_FOLDER_DEPTH) return
  const own = readIgnore(folder)
  const rules = own ? [...above, own] : above
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return // a folder that may not be read holds nothing for us
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (isFolder ? SKIPPED_FOLDERS.has(entry.name) : !entry.isFile() || !EXTENSION.test(entry.name)) continue
    if (isIgnored(path, isFolder, rules)) continue
    if (isFolder) yield* walkFolder(path, rules, depth + 1)
    else yield path
  }
}

/** The innermost .gitignore that says anything decides. */
function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { folder, ignore: patterns } = rules[i] as Rules
    const result = patterns.test(relative(folder, path).split(sep).join('/') + (isFolder ? '/' : ''))
    if (result.ignored) return true
    if (result.unignored) return false
  }
  return false
}

/**
 * The text of a file. Bytes that are no UTF-8 become U+FFFD, which the core reports at its place; UTF-16 with a byte order
 * mark is decoded.
 * @throws Error with a plain message for what cannot be read as a file
 */
export function readText(absolute: string): string {
  const stat = statSync(absolute)
  if (!stat.isFile()) throw new Error('it is not a regular file')
  // A byte is at most one code unit, so this never hides a file that the core would read.
  if (stat.size > MAX_LENGTH * 3)
    throw new Error(`it has ${Math.round(stat.size / 1024 / 1024)} MB; documents of more than ${MAX_LENGTH / 1024 / 1024} MB are not read`)
  return decode(readFileSync(absolute))
}

export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le')
  return bytes.toString('utf8')
}

/** A quick look whether a file met in a folder can be one of ours at all, so that large JSON data is not parsed. */
export function mayBeOurs(path: string, text: string): boolean {
  return nameKind(path) !== null || /\b(AWSTemplateFormatVersion|AWS::|Resources|Transform|phases|hooks|batch)\b/i.test(text)
}
