/**
 * Keeps V8's compiled code of our own files between runs, for Node before 22.1, which cannot do it itself: compiling is half
 * of a start. The cache lies beside the files that it is made from, belongs to one version of Node, and is safe to delete;
 * where it cannot be written, nothing is kept.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import Module from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'

interface Loadable {
  exports: unknown
  require(id: string): unknown
  _compile(content: string, filename: string): unknown
}

const { prototype } = Module as unknown as { prototype: Loadable }
const compile = prototype._compile
const folder = join(__dirname, '.code-cache', `${process.version}-${process.arch}`)
const fresh: { script: Script; path: string }[] = []

prototype._compile = function (content, filename) {
  if (!filename.startsWith(__dirname)) return compile.call(this, content, filename)
  // V8 only compares the length of a source with that of its cache.
  const { size, mtimeMs } = statSync(filename)
  const path = join(folder, `${basename(filename)}-${size}-${Math.round(mtimeMs)}`)
  const cachedData = read(path)
  const script = new Script(Module.wrap(content), { filename, ...(cachedData ? { cachedData } : {}) })
  if (!cachedData || script.cachedDataRejected) fresh.push({ script, path })
  const run = script.runInThisContext() as (...of: unknown[]) => unknown
  return run.call(this.exports, this.exports, Module.createRequire(filename), this, filename, dirname(filename))
}

process.on('exit', () => {
  if (fresh.length === 0) return
  try {
    mkdirSync(folder, { recursive: true })
    for (const { script, path } of fresh) {
      // Written beside and renamed: another run may read it meanwhile.
      const partial = `${path}.${process.pid}`
      writeFileSync(partial, script.createCachedData())
      renameSync(partial, path)
    }
  } catch {} // a read-only installation starts without
})

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
