import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { MAX_LENGTH, nameKind } from '../core.ts'

/** A file to be linted. */
export interface Candidate {
  /** As it is printed; see `printed`. */
  readonly path: string
  readonly absolute: string
  /** Named by the user, not met in a folder or by a glob. */
  readonly named: boolean
}

/** A path or pattern that nothing can be read from. */
export interface Unreadable {
  readonly path: string
  /** Completes "… cannot be read: ". */
  readonly message: string
}

const EXTENSION = /\.(ya?ml|json|template|cfn)$/i
/** What says how to lint is none of what is linted. */
const SETTINGS = /^\.(awslint|cfnlintrc)\./

/** Folders that hold other people's or generated files, whatever .gitignore says. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.aws-sam', '.venv', '.terraform'])

/** No repository nests deeper by hand; it also ends a loop of links. */
const MAX_FOLDER_DEPTH = 40

/**
 * The files that paths, folders and globs stand for, each once, in a stable order. Folders are searched for YAML and JSON
 * files, honouring every .gitignore on the way; links to folders are not followed. What does not exist or may not be read is
 * told and does not end the search.
 */
export function discover(paths: readonly string[], cwd: string): { candidates: Candidate[]; unreadable: Unreadable[] } {
  const found = new Map<string, Candidate>()
  const unreadable: Unreadable[] = []
  const add = (absolute: string, named: boolean): void => {
    const known = found.get(absolute)
    if (!known || (named && !known.named)) found.set(absolute, { path: printed(absolute, cwd), absolute, named })
  }
  const refuse = (path: string, message: string): void => {
    unreadable.push({ path, message })
  }
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(cwd, path)
    try {
      if (!statSync(absolute).isDirectory()) add(absolute, true)
      else {
        const above = inherited(absolute)
        // Somebody who names an ignored folder wants it searched.
        const rules = isIgnored(absolute, true, above) ? [] : above
        for (const file of walkFolder(absolute, rules, 0, (folder, error) => refuse(printed(folder, cwd), reason(error, folder))))
          add(file, false)
      }
    } catch (error) {
      const isPattern = /[*?[\]{}]/.test(path) && !existsAsLink(absolute)
      if (!isPattern) refuse(printed(absolute, cwd), reason(error, absolute))
      else {
        const matches = globbed(path, cwd)
        if (matches.length === 0) refuse(path, 'no file matches this pattern')
        for (const match of matches) add(match, false)
      }
    }
  }
  return { candidates: [...found.values()], unreadable }
}

function globbed(pattern: string, cwd: string): string[] {
  // Loaded here, not at the top: most runs name their files.
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby')
  return globSync(withSlashes(pattern), {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
    .map((match) => resolve(match))
    .filter(isFile)
    .sort()
}

const isFile = (absolute: string): boolean => {
  try {
    return statSync(absolute).isFile()
  } catch {
    return false
  }
}

const existsAsLink = (absolute: string): boolean => {
  try {
    return lstatSync(absolute).isSymbolicLink()
  } catch {
    return false
  }
}

/** Why a path cannot be used, in plain words: completes "… cannot be read: ". */
export function reason(error: unknown, absolute: string): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      if (existsAsLink(absolute)) return 'it is a link to something that does not exist'
      return absolute.includes('\uFFFD')
        ? 'there is no such file; if its name holds bytes that are no UTF-8, rename it'
        : 'there is no such file or folder'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'EISDIR':
      return 'it is a folder'
    case 'ELOOP':
      return 'its links lead in a circle'
    case 'ENAMETOOLONG':
      return 'the name is too long'
    case 'ENOSPC':
      return 'the disk is full'
    case 'EROFS':
      return 'the file system is read-only'
    default:
      return message ?? String(error)
  }
}

/** Relative to the working directory, with `/`; absolute where it lies outside of it and that is shorter. */
export function printed(absolute: string, cwd: string): string {
  const way = relative(cwd, absolute)
  const isLong = way.startsWith('..') && way.length > absolute.length
  return withSlashes(way === '' || isAbsolute(way) || isLong ? absolute : way)
}

export const withSlashes = (path: string): string => path.split(sep).join('/')

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
  const path = join(folder, '.gitignore')
  try {
    // A pipe would wait for its writer, and a device may never end.
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
    const text = readFileSync(path, 'utf8')
    const ignore = require('ignore') as () => Ignore
    return { folder, ignore: ignore().add(text) }
  } catch {
    return undefined // none, or unreadable: nothing is ignored
  }
}

function* walkFolder(
  folder: string,
  above: readonly Rules[],
  depth: number,
  refuse: (folder: string, error: unknown) => void,
): Generator<string> {
  if (depth > MAX_FOLDER_DEPTH) return
  const own = readIgnore(folder)
  const rules = own ? [...above, own] : above
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    refuse(folder, error)
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (isFolder ? SKIPPED_FOLDERS.has(entry.name) : !EXTENSION.test(entry.name) || SETTINGS.test(entry.name)) continue
    if (isIgnored(path, isFolder, rules)) continue
    if (isFolder) yield* walkFolder(path, rules, depth + 1, refuse)
    // A link that leads nowhere is no document: editors lock files with such links.
    else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) yield path
  }
}

/** The innermost .gitignore that says anything decides. */
function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { folder, ignore: patterns } = rules[i] as Rules
    const result = patterns.test(withSlashes(relative(folder, path)) + (isFolder ? '/' : ''))
    if (result.ignored) return true
    if (result.unignored) return false
  }
  return false
}

/** Whether a .gitignore leaves a path out, be there anything or not: what a build makes. False where there is no repository. */
export function isIgnoredByGit(absolute: string): boolean {
  const folder = dirname(absolute)
  const own = existsSync(folder) && existsSync(join(folder, '.gitignore')) ? readIgnore(folder) : undefined
  const rules = inherited(folder)
  const all = own ? [...rules, own] : rules
  return isIgnored(absolute, false, all) || isIgnored(absolute, true, all)
}

/** A file that is too large for any document of ours. */
export class TooLarge extends Error {
  constructor(bytes: number) {
    super(`it has ${Math.round(bytes / 1024 / 1024)} MB; documents of more than ${MAX_LENGTH / 1024 / 1024} MB are not read`)
  }
}

/** A text as it was read: what its bytes were when they were no UTF-8. */
export interface FileText {
  readonly text: string
  readonly encoding?: string
}

/**
 * The text of a file. Bytes that are no UTF-8 become U+FFFD, which the core reports at its place.
 * @throws Error; `reason()` says in plain words what cannot be read as a file
 */
export function readText(absolute: string): FileText {
  const stat = statSync(absolute)
  if (stat.isDirectory()) throw new Error('it is a folder')
  if (!stat.isFile()) throw new Error('it is no regular file; to check standard input, name it "-"')
  if (stat.size > MAX_BYTES) throw new TooLarge(stat.size)
  return decode(readFileSync(absolute))
}

/** A UTF-16 code unit takes three bytes at most, so that this never hides a file that the core would read. */
export const MAX_BYTES = MAX_LENGTH * 3

/**
 * UTF-16 is told from its byte order mark, or from the zero in one of the first two characters.
 * @throws TooLarge
 */
export function decode(bytes: Buffer): FileText {
  if (bytes.length > MAX_BYTES) throw new TooLarge(bytes.length)
  const [a, b, c, d] = bytes
  const little = (a === 0xff && b === 0xfe) || (bytes.length >= 4 && a !== 0 && b === 0 && c !== 0 && d === 0)
  if (little) return { text: bytes.toString('utf16le'), encoding: 'UTF-16' }
  if ((a === 0xfe && b === 0xff) || (bytes.length >= 4 && a === 0 && b !== 0 && c === 0 && d !== 0)) {
    return {
      text: Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le'),
      encoding: 'UTF-16',
    }
  }
  return { text: bytes.toString('utf8') }
}

/** The root of the repository around a folder; the folder itself where there is none. */
export function repositoryRoot(folder: string): string {
  for (let here = folder; ; here = resolve(here, '..')) {
    if (existsSync(join(here, '.git'))) return here
    if (here === resolve(here, '..')) return folder
  }
}

/** A quick look whether a file met in a folder can be one of ours at all, so that large JSON data is not parsed. */
export function mayBeOurs(path: string, text: string): boolean {
  return nameKind(path) !== null || /\b(AWSTemplateFormatVersion|AWS::|Resources|Transform|phases|hooks|batch)\b/i.test(text)
}
