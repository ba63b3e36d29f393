/**
 * Loads our own built files. `require` would do, but of a short run half went into what it does for us in vain: looking files up,
 * reading package.json on the way, compiling again what was compiled at every run before. V8's compiled code is kept beside the
 * files, or in the user's cache folder where an installation is read-only; it belongs to one version of Node, is never used for
 * another text, and is safe to delete. NODE_DISABLE_COMPILE_CACHE=1 keeps and uses none.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { Script } from 'node:vm'
import { cacheFolder } from './cache-folder.ts'
import { replaceFile } from './replace-file.ts'

/** Names everything that was built with this file. */
declare const BUILD: string

type Require = (id: string) => unknown
interface Loaded {
  exports: unknown
  readonly require: Require
}

const loaded = new Map<string, Loaded>()
/** What was compiled, and how many bytes of compiled code were there for it; 0 where V8 refused them, too. */
const scripts: { readonly script: Script; readonly name: string; readonly kept: number }[] = []
const keeps = !process.env['NODE_DISABLE_COMPILE_CACHE']

/** Where compiled code may be kept, the best place first. */
function places(): string[] {
  const version = `${process.version}-${process.arch}-${BUILD}`
  const own = cacheFolder()
  return [`${__dirname}/.code-cache/${version}`, ...(own ? [`${own}/${version}`] : [])]
}

/**
 * What a built CommonJS file exports.
 * @param path within dist/, without `.` and `..`: `rules/lambda.cjs`
 */
export function load(path: string): unknown {
  const known = loaded.get(path)
  if (known) return known.exports
  const filename = `${__dirname}/${path}`
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const inside: Require = (id) => (id.startsWith('.') ? load(posix.join(folder, id)) : require(id))
  const module: Loaded = { exports: {}, require: inside }
  loaded.set(path, module)
  const run = compile(path, filename).runInThisContext() as (...of: unknown[]) => unknown
  run.call(module.exports, module.exports, inside, module, filename, folder ? `${__dirname}/${folder.slice(0, -1)}` : __dirname)
  return module.exports
}

function compile(path: string, filename: string): Script {
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'latin1')}\n})`
  if (!keeps) return new Script(source, { filename })
  // V8 only compares the length of a source with that of its cache.
  const { size, mtimeMs } = statSync(filename)
  const name = `${path.replace('/', '-')}-${size}-${Math.round(mtimeMs)}`
  const cachedData = kept(name)
  const script = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) })
  scripts.push({ script, name, kept: script.cachedDataRejected ? 0 : (cachedData?.length ?? 0) })
  return script
}

function kept(name: string): Buffer | undefined {
  for (const place of places()) {
    try {
      return readFileSync(`${place}/${name}`)
    } catch {} // not there; the next may have it
  }
  return undefined
}

process.on('exit', () => {
  if (scripts.every(({ kept }) => kept > 0)) return
  for (const place of places()) {
    try {
      mkdirSync(place, { recursive: true })
      for (const { script, name, kept } of scripts) {
        // It holds the functions that were called. A run that comes to a new file knows more of the others, too; a long one less.
        const code = script.createCachedData()
        // Another run may read it meanwhile.
        if (code.length > kept) replaceFile(`${place}/${name}`, code)
      }
      return
    } catch {} // read-only: the next place, or none
  }
})
