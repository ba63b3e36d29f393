import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Project } from '../core.ts'
import { isIgnoredByGit, repositoryRoot } from './files.ts'
import { readDeployments } from './inputs.ts'

/** A longer script is not looked into. */
const MAX_SCRIPT_BYTES = 1024 * 1024

/**
 * The files around a document, confined to its repository (to its folder where there is none). Names are compared in their
 * exact case, whatever the file system, and nothing is looked at before it is asked for.
 * @param document the absolute path of the document
 */
export function projectAround(document: string): Project {
  const names = new Map<string, ReadonlySet<string> | undefined>()
  let place: { folder: string; root: string } | undefined

  function namesIn(absolute: string): ReadonlySet<string> | undefined {
    if (!names.has(absolute)) names.set(absolute, readNames(absolute))
    return names.get(absolute)
  }

  /** Where a path of the project leads: undefined outside of the repository, links followed. */
  function locate(path: string): { absolute: string; exists: boolean } | undefined {
    place ??= placeOf(document)
    if (!place) return undefined
    const { folder, root } = place
    const absolute = resolve(folder, ...path.split('/'))
    if (!isWithin(root, absolute)) return undefined
    let here = root
    for (const step of relative(root, absolute).split(sep).filter(Boolean)) {
      const known = namesIn(here)
      if (!known) return undefined
      if (!known.has(step)) return { absolute, exists: false }
      here = join(here, step)
    }
    try {
      return isWithin(root, realpathSync.native(here)) ? { absolute: here, exists: true } : undefined
    } catch {
      return { absolute, exists: false } // a link that leads nowhere
    }
  }

  return {
    typeOf(path) {
      const found = locate(path)
      if (!found) return undefined
      if (!found.exists) return isIgnoredByGit(found.absolute) ? undefined : 'missing'
      try {
        const stat = statSync(found.absolute)
        return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : undefined
      } catch {
        return undefined
      }
    },
    list(path) {
      const found = locate(path)
      const known = found?.exists ? namesIn(found.absolute) : undefined
      return known ? [...known] : undefined
    },
    isExecutable(path) {
      const found = locate(path)
      // Windows keeps no such bit; Git does, unseen.
      if (!found?.exists || process.platform === 'win32') return undefined
      try {
        return (statSync(found.absolute).mode & 0o111) !== 0
      } catch {
        return undefined
      }
    },
    deployments() {
      const found = locate('samconfig.toml')
      const text = found?.exists ? readScript(found.absolute) : undefined
      return text === undefined ? undefined : readDeployments(text)
    },
    read(path) {
      const found = locate(path)
      const text = found?.exists ? readScript(found.absolute) : undefined
      // On Windows Git writes CRLF into checkouts of files that hold LF.
      return process.platform === 'win32' ? text?.replaceAll('\r\n', '\n') : text
    },
  }
}

function placeOf(document: string): { folder: string; root: string } | undefined {
  try {
    const folder = realpathSync.native(dirname(document))
    return { folder, root: repositoryRoot(folder) }
  } catch {
    return undefined
  }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

function readNames(folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(folder))
  } catch {
    return undefined
  }
}

/** The text of a regular file; undefined for one that is large, no text, or not readable. */
function readScript(path: string): string | undefined {
  let file: number | undefined
  try {
    if (!statSync(path).isFile()) return undefined // opening a pipe would wait for its writer
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    if (size > MAX_SCRIPT_BYTES) return undefined
    const bytes = Buffer.alloc(size)
    const text = bytes.subarray(0, readSync(file, bytes, 0, size, 0)).toString('utf8')
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
