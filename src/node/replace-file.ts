import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/**
 * Writes a file whole or not at all: beside it and renamed, so that a full disk leaves the old one. What is no regular file is
 * written to as it is.
 * @throws Error; `reason()` of files.ts says why
 */
export function replaceFile(path: string, content: string | Buffer): void {
  const existing = statSync(path, { throwIfNoEntry: false })
  if (path.startsWith('/dev/') || (existing && !existing.isFile() && !existing.isDirectory())) {
    writeFileSync(path, content)
    return
  }
  const target = existing ? realpathSync(path) : path
  // Other threads of this process may write it, too.
  const partial = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}.partial`
  try {
    writeFileSync(partial, content)
    if (existing) chmodSync(partial, existing.mode)
    renameSync(partial, target)
  } catch (error) {
    try {
      rmSync(partial, { force: true })
    } catch {} // the first error is the one to tell
    throw error
  }
}
