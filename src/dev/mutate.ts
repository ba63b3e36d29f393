/**
 * `npm run mutate -- src/template/cidr.ts … [--every n] [--constants] [--report file]`: changes these files in one small place after
 * another, and says which changes no test notices. Such a mutant asks for a test, or for less code; some mean the same as before.
 *
 * All files with all mutants, the rules and the tests are bundled once; a mutant is a switch in it. Each runs the tests that
 * came past it, the quick ones first, until one fails. What a module computes once when it is loaded takes the bundle loaded
 * anew, and is tried with `--constants` only.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Script } from 'node:vm'
import { build, type Options } from 'tsup'
import { type Mutant, mutantsOf } from './code-mutants.ts'
import { ROOT, ruleFiles } from './groups.ts'
import type { CollectedTest } from './in-process-vitest.ts'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Tests of what is built and how, which these changes do not reach, and those of every fixture in many forms, which take too long. */
const LEFT_OUT =
  /^(cli|library|node|report)\b|^(appspec-schemas|buildspec-schema|contract|docs|hostile|layers|load|new-rule|places|robustness|startup|twins)\./
/** Milliseconds of fixtures that a mutant gets, the quick ones first; some pieces of code all of them come past. */
const BUDGET = 1000
const IS_FIXTURE = /^[\w-]+\/[\w-]+ > /

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'string' }, constants: { type: 'boolean' }, every: { type: 'string', default: '1' } },
})
const EVERY = Math.max(1, Number(values.every) || 1)
const files = positionals.map((file) => relative(ROOT, resolve(file)).replaceAll('\\', '/'))
if (files.length === 0) throw new Error('name the files to change: npm run mutate -- src/template/cidr.ts')

const mutants: Mutant[] = []
const changed = new Map(
  files.map((file) => {
    const { text, mutants: own } = mutantsOf(readFileSync(join(ROOT, file), 'utf8'), file, mutants.length)
    mutants.push(...own)
    return [join(ROOT, file), text]
  }),
)

/** What the bundle has of the mutants: which is switched on, and which its code came past. */
const state = { active: -1, passed: new Uint8Array(mutants.length) }
const watched = (id: number): boolean => {
  state.passed[id] = 1
  return id === state.active
}
/** What is kept from one document to the next: a module's maps that are empty at first. */
const CACHE = /^const (\w+) = new Map<.*>\(\)$/gm
const quick = (id: number): boolean => id === state.active
const globals = globalThis as unknown as {
  $is: (id: number) => boolean
  $run: () => void
  $loaded: () => void
  $caches: Map<unknown, unknown>[]
}
globals.$is = watched
globals.$caches = []
function switchTo(id: number): void {
  state.active = id
  for (const cache of globals.$caches) cache.clear()
}

const RUN = new Script('$run()')

interface Timed extends CollectedTest {
  readonly index: number
  /** Milliseconds when nothing is changed. */
  readonly cost: number
}

/** A mutant that all of these tests, so many, take for right. */
type Survivor = Mutant & { readonly tests: number }

const folder = mkdtempSync(join(tmpdir(), 'awslint-mutate-'))

async function main(): Promise<void> {
  const bundled = new Bundle(await bundle())
  const { tests, covering } = baseline(bundled)
  const fixed = mutants.filter(({ id }) => bundled.whileLoading[id]).length
  const seconds = tests.reduce((sum, { cost }) => sum + cost, 0) / 1000
  console.error(
    `${mutants.length} mutants, ${fixed} of them in what is computed when it is loaded; ${tests.length} tests, ${seconds.toFixed(0)} s`,
  )

  /** Tests that have found mutants lately go first: a neighbour is mostly found by the same. */
  let lately: Timed[] = []
  const survivors: Survivor[] = []
  globals.$is = quick
  for (const mutant of mutants) {
    const isFixed = bundled.whileLoading[mutant.id] === 1
    if (!isTried(mutant, bundled)) continue
    const possible = covering(mutant.id, isFixed)
    const [rule] = /(?<=^rules\/).+?(?=\.ts:)/.exec(mutant.place) ?? []
    const own = [...possible].filter(({ name }) => name.startsWith(`${rule} > `))
    const inOrder = within(BUDGET, [...own, ...lately.filter((one) => possible.has(one)), ...possible])
    if (isFixed) bundled.load(mutant.id)
    else switchTo(mutant.id)
    const killer = firstFailing(inOrder, bundled)
    switchTo(-1)
    // Something of it may be left behind.
    if (isFixed || (killer && firstFailing([killer], bundled))) bundled.load(-1)
    if (!killer) {
      survivors.push({ ...mutant, tests: inOrder.length })
      console.error(described(survivors.at(-1) as Survivor))
    } else if (killer.cost < 100) lately = [killer, ...lately.filter((one) => one !== killer).slice(0, 40)]
    if ((mutant.id + 1) % 100 === 0) console.error(`${mutant.id + 1} done, ${survivors.length} survive`)
  }
  print(survivors, bundled)
}

/** The bundle as it runs; loaded anew where something has happened in it. */
class Bundle {
  tests: readonly CollectedTest[] = []
  /** The mutants that the sources came past when they were loaded, before the first test. */
  whileLoading = new Uint8Array(mutants.length)

  constructor(private readonly script: Script) {
    globals.$loaded = () => {
      this.whileLoading = state.passed.slice()
      globals.$loaded = () => {}
    }
    this.load(-1)
  }

  load(active: number): void {
    globals.$caches.length = 0
    state.active = active
    const module = { exports: {} as { collected: readonly CollectedTest[] } }
    const run = this.script.runInThisContext() as (...args: unknown[]) => void
    run(module.exports, createRequire(join(ROOT, 'package.json')), module, join(ROOT, 'bundle.js'), ROOT)
    this.tests = module.exports.collected
  }
}

/** One file with the changed sources, all rules and the tests. */
async function bundle(): Promise<Script> {
  const names = (readdirSync(join(ROOT, 'test'), { recursive: true }) as string[]).filter((name) => name.endsWith('.test.ts')).sort()
  const tests = names.filter((name) => !LEFT_OUT.test(name)).map((name) => join(ROOT, 'test', name))
  const rules = [...ruleFiles()].flatMap(([group, defects]) => defects.map((defect) => join(ROOT, 'rules', group, `${defect}.ts`)))
  const quote = (path: string): string => JSON.stringify(path)
  writeFileSync(
    join(folder, 'built.ts'),
    `import * as core from ${quote(join(ROOT, 'src/core.ts'))}
import { builtSchemas } from ${quote(join(ROOT, 'src/node/schemas.ts'))}
${rules.map((path, i) => `import r${i} from ${quote(path)}`).join('\n')}
export { core }
export const DIST = ${quote(join(ROOT, 'dist'))}
export const everyRule = [${rules.map((_, i) => `r${i}`).join(', ')}]
const byId = new Map(everyRule.map((rule) => [rule.id, rule]))
export const ruleOf = (id) => byId.get(id)
export const rules = {
  manifest: everyRule.map(({ id, severity, on }) => ({ id, severity, on, chunk: id })),
  load: (id) => [byId.get(id)],
}
export const schemas = builtSchemas(DIST + '/schema')
`,
  )
  writeFileSync(join(folder, 'loaded.ts'), '$loaded()')
  writeFileSync(
    join(folder, 'entry.ts'),
    `${[join(folder, 'built.ts'), join(folder, 'loaded.ts'), join(ROOT, 'test/support/seed.ts'), ...tests]
      .map((path) => `import ${quote(path)}\n`)
      .join('')}export { collected } from ${quote(join(ROOT, 'src/dev/in-process-vitest.ts'))}\n`,
  )
  const plugin: Plugin = {
    name: 'mutants',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^vitest$/ }, () => ({ path: join(ROOT, 'src/dev/in-process-vitest.ts') }))
      esbuild.onResolve({ filter: /\/dev\/built\.ts$|^\.\/built\.ts$/ }, ({ path, importer }) =>
        path.includes('dev') || importer.includes(join('src', 'dev')) ? { path: join(folder, 'built.ts') } : undefined,
      )
      // Packages are loaded once.
      esbuild.onResolve({ filter: /^[@a-z]/ }, ({ path }) => ({ path, external: true }))
      esbuild.onLoad({ filter: /\/src\/.*\.ts$|\/rules\/.*\.ts$/ }, ({ path }) => {
        const text = changed.get(path) ?? readFileSync(path, 'utf8')
        return { contents: text.replace(CACHE, '$&;$caches.push($1)'), loader: 'ts' }
      })
    },
  }
  await build({
    entry: { bundle: join(folder, 'entry.ts') },
    outDir: folder,
    format: 'cjs',
    target: 'node20',
    platform: 'node',
    silent: true,
    config: false,
    splitting: false,
    treeshake: false,
    removeNodeProtocol: false,
    esbuildPlugins: [plugin],
    esbuildOptions(options) {
      options.define = { 'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test/some.test.ts')).href) }
    },
  })
  const code = readFileSync(join(folder, 'bundle.js'), 'utf8')
  return new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, { filename: 'bundle.js' })
}

/** Runs each test once: those that pass, and which of them come past each mutant. */
function baseline(bundled: Bundle) {
  const tests: Timed[] = []
  const passing = mutants.map((): Timed[] => [])
  bundled.tests.forEach(({ name, run }, index) => {
    switchTo(-1)
    state.passed = new Uint8Array(mutants.length)
    const began = performance.now()
    try {
      run()
    } catch (error) {
      console.error(`left out, since it fails by itself: ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
      return
    }
    const test: Timed = { name, run, index, cost: performance.now() - began }
    tests.push(test)
    state.passed.forEach((passed, id) => {
      if (passed) passing[id]?.push(test)
    })
  })
  const byCost = (a: Timed, b: Timed): number => a.cost - b.cost
  /** For what is computed when a module is loaded: the tests of all mutants of the file. */
  const ofFile = new Map<string, Set<Timed>>()
  for (const { id, place } of mutants) {
    const [file] = place.split(':') as [string]
    const set = ofFile.get(file) ?? new Set()
    for (const test of passing[id] ?? []) set.add(test)
    ofFile.set(file, set)
  }
  const covering = (id: number, isFixed: boolean): Set<Timed> => {
    const [file] = (mutants[id] as Mutant).place.split(':') as [string]
    return new Set([...(isFixed ? (ofFile.get(file) ?? []) : (passing[id] ?? []))].sort(byCost))
  }
  return { tests, covering }
}

/** Each once, and of the fixtures the first that together take this long. */
function within(budget: number, tests: readonly Timed[]): Timed[] {
  let spent = 0
  return [...new Set(tests)].filter(({ name, cost }) => {
    if (IS_FIXTURE.test(name)) spent += cost
    return !IS_FIXTURE.test(name) || spent <= budget
  })
}

/** A test that fails, or does not end; they run some at a time, since watching the time takes time. */
function firstFailing(tests: readonly Timed[], bundled: Bundle): Timed | undefined {
  for (let i = 0; i < tests.length; ) {
    const some: Timed[] = []
    let cost = 0
    while (i < tests.length && (some.length === 0 || cost < 20)) {
      cost += (tests[i] as Timed).cost
      some.push(tests[i++] as Timed)
    }
    let at = some[0] as Timed
    globals.$run = () => {
      for (at of some) bundled.tests[at.index]?.run()
    }
    try {
      RUN.runInThisContext({ timeout: Math.ceil(500 + cost * 4) })
    } catch {
      return at
    }
  }
  return undefined
}

const isTried = ({ id }: Mutant, { whileLoading }: Bundle): boolean => id % EVERY === 0 && (values.constants === true || !whileLoading[id])

const described = ({ place, before, after, tests }: Survivor): string => {
  const short = (code: string): string => code.replace(/\s+/g, ' ').slice(0, 90)
  return `${place}  ${short(before)}  →  ${short(after) || 'nothing'}${tests ? '' : '  (no test comes past it)'}`
}

function print(survivors: readonly Survivor[], bundled: Bundle): void {
  const tried = mutants.filter((mutant) => isTried(mutant, bundled))
  const line = (file: string, all: number, left: number): string => {
    const score = all ? `${(100 * (1 - left / all)).toFixed(1)} %` : ''
    return `${file.padEnd(44)} ${String(all).padStart(5)} mutants ${String(left).padStart(5)} survive  ${score}`
  }
  const report = files.map((file) => {
    const own = <T extends Mutant>(list: readonly T[]): T[] => list.filter(({ place }) => place.startsWith(`${file}:`))
    return { file, mutants: own(tried).length, survivors: own(survivors) }
  })
  for (const one of survivors) console.log(described(one))
  for (const { file, mutants, survivors } of report) console.log(line(file, mutants, survivors.length))
  console.log(line('together', tried.length, survivors.length))
  if (values.report) writeFileSync(values.report, `${JSON.stringify(report, null, 1)}\n`)
}

main()
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(() => rmSync(folder, { recursive: true }))
