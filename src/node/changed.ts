/** What Git says has changed, and what depends on it; a chunk of its own. */
import { spawnSync } from 'node:child_process'
import { basename, dirname, resolve, sep } from 'node:path'
import { type Node, parseSource, walk } from '../core.ts'
import { type Candidate, mayBeOurs, readText } from './files.ts'

/**
 * Of these files those that differ from a commit (for a branch, from where it was left), untracked ones included, and those
 * that name one which does: as a nested template, as code, as a definition, as a script.
 * @throws Error with a plain message
 */
export function onlyChanged(candidates: readonly Candidate[], ref: string, cwd: string): Candidate[] {
  const root = resolve(git(cwd, 'rev-parse', '--show-toplevel').trim())
  const changed = new Set(
    [...since(root, ref), ...lines(git(root, 'ls-files', '-z', '--others', '--exclude-standard'))].map((path) => resolve(root, path)),
  )
  if (changed.size === 0) return []
  const settings = [...changed].filter((path) => /^(\.awslint\.(ya?ml|json)|\.cfnlintrc(\.ya?ml)?)$/.test(basename(path))).map(dirname)
  const isWithin = (folder: string, path: string): boolean =>
    path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
  const isChanged = ({ absolute }: Candidate): boolean => changed.has(absolute) || settings.some((folder) => isWithin(folder, absolute))

  const affected = new Set(candidates.filter(isChanged))
  const others = new Map(candidates.filter((one) => !affected.has(one)).map((one) => [one, namedIn(one, root)]))
  const all = [...changed]
  // A template of a template of what has changed: until nothing is added.
  for (let before = -1; before !== affected.size; ) {
    before = affected.size
    for (const [one, named] of others) {
      if (affected.has(one) || !all.some((path) => named.has(path) || [...named].some((folder) => isWithin(folder, path)))) continue
      affected.add(one)
      all.push(one.absolute)
    }
  }
  return candidates.filter((one) => affected.has(one))
}

function since(root: string, ref: string): string[] {
  const commit = attempt(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim()
  // Before the first commit everything is new.
  if (!commit && ref === 'HEAD') return lines(git(root, 'ls-files', '-z'))
  if (!commit) throw new Error(`Git knows no commit or branch "${ref}"; before paths, write --changed=HEAD`)
  const base = attempt(root, 'merge-base', commit, 'HEAD')?.trim() || commit
  return lines(git(root, 'diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', base, '--'))
}

const lines = (text: string): string[] => text.split('\0').filter(Boolean)

function git(folder: string, ...args: string[]): string {
  // A repository may not choose a program to be run.
  const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (error) throw new Error(`--changed asks Git, which cannot be run: ${error.message}`)
  if (status !== 0) throw new Error(`--changed asks Git, which says: ${stderr.trim().split('\n')[0] || `exit code ${status}`}`)
  return stdout
}

function attempt(folder: string, ...args: string[]): string | undefined {
  try {
    return git(folder, ...args)
  } catch {
    return undefined
  }
}

/** No path is longer. */
const MAX_PATH = 1000

/** Every path that a document may name, from its own folder and from the root. More than it means does no harm. */
function namedIn({ absolute, path }: Candidate, root: string): Set<string> {
  const named = new Set<string>()
  let tree: Node | null
  try {
    const { text } = readText(absolute)
    tree = mayBeOurs(path, text) ? parseSource(text, absolute).root : null
  } catch {
    return named // reported where it is checked
  }
  for (const node of tree ? walk(tree) : []) {
    if (
      node.kind !== 'scalar' ||
      typeof node.value !== 'string' ||
      node.text === '' ||
      node.text.length > MAX_PATH ||
      /[\n\0]|:\/\//.test(node.text)
    )
      continue
    const way = node.text.replace(/^\/+/, '')
    named.add(resolve(dirname(absolute), way))
    if (way !== '' && resolve(root, way) !== root) named.add(resolve(root, way))
  }
  return named
}
