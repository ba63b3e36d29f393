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
const scripts: { readonly script: Script; readonly name: string; kept: number }[] = []
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

/** How many times as much code as was kept has to be there until it is kept anew. Code that is kept and not called is read in vain. */
const LACKING = 1.1

/** To look costs some milliseconds: one run of so many looks although nothing is new to it. */
const SELDOM = 16

let isFirst = true

/**
 * Keeps what is compiled by now, where something was not kept yet. It holds the functions that were called so far: to be called
 * before a run comes to its second document, and each further one, as the next run may be about one only.
 */
export function keepCompiled(): void {
  const lacking = scripts.filter(({ kept }) => kept === 0)
  const looks = isFirst && (lacking.length > 0 || process.pid % SELDOM === 0)
  const all = looks ? scripts : lacking
  isFirst = false
  if (all.length === 0) return
  for (const place of places()) {
    try {
      mkdirSync(place, { recursive: true })
      for (const one of all) {
        const code = one.script.createCachedData()
        if (code.length <= one.kept * LACKING) continue
        // Another run may read it meanwhile.
        replaceFile(`${place}/${one.name}`, code)
        one.kept = code.length
      }
      return
    } catch {} // read-only: the next place, or none
  }
}

// The files that it loads may ask for it.
loaded.set('load.cjs', { exports: { load, keepCompiled }, require })
process.on('exit', keepCompiled)
