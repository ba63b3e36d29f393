/**
 * `npm run build`: the pure core, the command line and the library as one file each, the rules in chunks by when they are needed,
 * what they say about themselves beside them, and the manifest. Everything that is loaded at start-up is CommonJS: it starts
 * faster than ES modules.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, relative } from 'node:path'
import { build, type Options } from 'tsup'
import type { ManifestEntry, Rule, RuleText } from '../core.ts'
import { packed } from '../node/manifest.ts'
import { RULE_TEXTS } from '../node/rules.ts'
import { ROOT, ruleFiles } from './groups.ts'
import { notices } from './notices.ts'
import { buildSchemas } from './schema.ts'
import { withoutProperties } from './without-properties.ts'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const DIST = join(ROOT, 'dist')
/** Generated entry points; removed at the end. */
const ENTRIES = join(DIST, 'entries')

/** `#rule` and the core are loaded once, from the built file, by everything that uses them. */
const sharedCore = (path: string): Plugin => ({
  name: 'shared-core',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^#rule$|\/core\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path, external: true }))
  },
})

/** The loader is running already when what it loads asks for it. */
const runningLoader: Plugin = {
  name: 'running-loader',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\/load\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './load.cjs', external: true },
    )
  },
}

/** Parts of the command line that few runs need: chunks of their own, loaded when they are required. */
const LAZY: Readonly<Record<string, string>> = {
  cache: 'src/node/cache.ts',
  thread: 'src/node/thread.ts',
  threads: 'src/node/threads.ts',
  config: 'src/node/config.ts',
  baseline: 'src/node/baseline.ts',
  migrate: 'src/node/migrate.ts',
  changed: 'src/node/changed.ts',
  watch: 'src/node/watch.ts',
  reports: 'src/report/reports.ts',
  fix: 'src/node/fix.ts',
}

const lazyChunks: Plugin = {
  name: 'lazy-chunks',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      const file = relative(ROOT, join(resolveDir, path)).replaceAll('\\', '/')
      const name = Object.keys(LAZY).find((name) => kind === 'require-call' && LAZY[name] === file)
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true }
    })
  },
}

/** commander starts programs for subcommands that are files of their own; we have none, and loading it takes milliseconds. */
const lazyChildProcess: Plugin = {
  name: 'lazy-child-process',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'lazy' } : undefined,
    )
    esbuild.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: "exports.spawn = (...args) => require('node:' + 'child_process').spawn(...args)",
      loader: 'js',
    }))
  },
}

/** jsonc-parser makes tables of indentations for its formatter as soon as it is loaded. We only parse. */
const withoutFormatter: Plugin = {
  name: 'without-formatter',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\/string-intern$/ }, async ({ path, pluginData, ...from }) =>
      pluginData === 'known' ? undefined : { ...(await esbuild.resolve(path, { ...from, pluginData: 'known' })), sideEffects: false },
    )
  },
}

const common = {
  outDir: DIST,
  format: 'cjs',
  target: 'node20',
  platform: 'node',
  silent: true,
  clean: false,
  config: false,
  splitting: false,
  // Or tsup answers for node:child_process before our plugin can.
  removeNodeProtocol: false,
  treeshake: false,
  outExtension: () => ({ js: '.cjs' }),
  // Dependencies are bundled: every file that need not be looked up is start-up time saved.
  noExternal: [/^(?!node:|\.|\/)/],
  // Less to read and to compile; names stay, for what a failure of ours has to say.
  esbuildOptions(options) {
    options.minifyWhitespace = true
    options.minifySyntax = true
    options.legalComments = 'none'
  },
} satisfies Options

async function main(): Promise<void> {
  mkdirSync(DIST, { recursive: true })
  // Schemas take seconds; they say themselves whether they are still right.
  for (const name of readdirSync(DIST)) if (name !== 'schema') rmSync(join(DIST, name), { recursive: true })
  mkdirSync(ENTRIES, { recursive: true })
  await buildSchemas(join(DIST, 'schema'), { verbose: process.argv.includes('--verbose') })

  await build({ ...common, entry: { core: 'src/core.ts' }, metafile: true, esbuildPlugins: [withoutFormatter] } as Options)
  exportPlainly(join(DIST, 'core.cjs'))
  const bundled = bundledFiles()
  await build({
    ...common,
    entry: { cli: 'src/cli/main.ts', ...LAZY },
    metafile: true,
    esbuildPlugins: [sharedCore('./core.cjs'), lazyChunks, lazyChildProcess, runningLoader],
  })
  bundled.push(...bundledFiles())
  await buildLibrary()
  bundled.push(...bundledFiles())
  if (WANTS_TYPES) await buildTypes()
  await buildRules()
  copyEditorSchemas()
  writeFileSync(join(DIST, 'THIRD-PARTY.md'), notices(bundled))
  rmSync(ENTRIES, { recursive: true })
  await build({ ...common, entry: { load: 'src/node/load.ts' }, define: { BUILD: JSON.stringify(digestOf(DIST)) } })
}

/** Names what is in a folder, whatever the times of its files, which package managers set as they like. */
function digestOf(folder: string): string {
  const hash = createHash('sha256')
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/')).sort()
  for (const name of names) if (statSync(join(folder, name)).isFile()) hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('base64url').slice(0, 16)
}

/** Types take longer than all the rest, and only those who install the package need them. */
const ONLY_TYPES = process.argv.includes('--only-types')
const WANTS_TYPES = process.argv.includes('--types') || ['pack', 'publish'].includes(process.env['npm_command'] ?? '')

/** `index.cjs` is the library; `index.mjs` names what it exports for ES modules, so that there is one copy of everything. */
async function buildLibrary(): Promise<void> {
  await build({ ...common, entry: { index: 'src/index.ts' }, metafile: true, esbuildPlugins: [sharedCore('./core.cjs'), lazyChunks] })
  const names = exportsOf(join(DIST, 'index.cjs'))
  const lines = names.map((name) => `export const ${name} = library.${name}\n`)
  writeFileSync(join(DIST, 'index.mjs'), `import library from './index.cjs'\n${lines.join('')}`)
}

async function buildTypes(): Promise<void> {
  await build({
    ...common,
    entry: { index: 'src/index.ts' },
    // What is incremental leaves a file behind, and the bundler of types refuses it.
    dts: { only: true, compilerOptions: { incremental: false, composite: false } },
  })
  copyFileSync(join(DIST, 'index.d.ts'), join(DIST, 'index.d.mts'))
}

/** What a bundle exports, read from its text: when it is built, what it loads is not. */
function exportsOf(file: string): string[] {
  const [, list = ''] = /__export\(\w+,\{([\s\S]*?)\}\);/.exec(readFileSync(file, 'utf8')) ?? []
  const names = [...list.matchAll(/(\w+):\(\)=>/g)].map((match) => match[1] as string)
  if (names.length === 0) throw new Error(`${file} exports nothing that could be read`)
  return names
}

/**
 * Makes what a bundle exports a plain object: esbuild defines a getter each, over which every call from another file goes, and a
 * start calls hundreds of them for the first time.
 */
function exportPlainly(file: string): void {
  const text = readFileSync(file, 'utf8')
  const made = /var (\w+)=\{\};__export\(\1,\{([\s\S]*?)\}\);module\.exports=__toCommonJS\(\1\);/.exec(text)
  const named = /0&&\(module\.exports=\{[\w,\s]*\}\);\s*$/.exec(text)
  if (!made || !named) throw new Error(`${file} is not written as expected: look at what esbuild makes of exports`)
  const exported = Array.from((made[2] as string).matchAll(/(\w+):\(\)=>([\w$]+)/g), ([, name, local]) => `${name}:${local}`)
  const body = text.slice(0, named.index).replace(made[0], () => '')
  writeFileSync(file, `${body}module.exports={${exported.join(',')}};\n`)
}

/** The files that went into the bundle that was just built; the list itself is not shipped. */
function bundledFiles(): string[] {
  const metafile = join(DIST, 'metafile-cjs.json')
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8')) as { inputs: Record<string, unknown> }
  rmSync(metafile)
  return Object.keys(inputs)
}

/** The JSON Schemas that editors use, wherever they lie in src/. */
function copyEditorSchemas(): void {
  mkdirSync(join(DIST, 'schemas'))
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
    if (name.endsWith('.schema.json')) copyFileSync(join(ROOT, 'src', name), join(DIST, 'schemas', basename(name)))
}

/**
 * The chunks of rules, the manifest that says which holds what, and a file per group with what its rules say about themselves,
 * which only reports and pages read.
 */
async function buildRules(): Promise<void> {
  const ids = [...ruleFiles()].flatMap(([group, defects]) => defects.map((defect) => `${group}/${defect}`))
  const load = createRequire(join(DIST, 'index.cjs'))
  await bundleRules(new Map([['every', ids]]), ENTRIES, [])
  const rules = (load('./entries/every.cjs') as { rules: Rule[] }).rules

  const manifest: ManifestEntry[] = rules.map(({ id, severity, on }, i) => {
    // A rule whose address is wrong is found by its file, so that the contract can say so.
    const [group] = (ids[i] as string).split('/') as [string]
    return { id, severity, on, chunk: isAlwaysNeeded({ severity, on }) ? EVERY_TEMPLATE : group }
  })
  const chunks = new Map<string, string[]>()
  const texts = new Map<string, Record<string, RuleText>>()
  rules.forEach(({ id, title, severity, why, fix, sources, notes, cfnLint }, i) => {
    const { chunk } = manifest[i] as ManifestEntry
    const file = ids[i] as string
    const [group] = file.split('/') as [string]
    chunks.set(chunk, [...(chunks.get(chunk) ?? []), file])
    const text = { id, title, severity, why, fix, sources, ...(notes && { notes }), ...(cfnLint && { cfnLint }) }
    texts.set(group, { ...texts.get(group), [id]: text })
  })
  const out = join(DIST, 'rules')
  await bundleRules(chunks, out, [withoutTexts])
  for (const [group, of] of texts) writeFileSync(join(out, `${group}.json`), JSON.stringify(of))
  /** What configurations ask of rules, and hardly any run needs. */
  const facts: Record<string, { notes?: true; cfnLint?: readonly string[] }> = {}
  for (const { id, notes, cfnLint } of rules) {
    if (notes?.length || cfnLint?.length) facts[id] = { ...(notes?.length && { notes: true }), ...(cfnLint?.length && { cfnLint }) }
  }
  writeFileSync(join(DIST, 'manifest.json'), JSON.stringify(packed(manifest)))
  writeFileSync(join(DIST, 'facts.json'), JSON.stringify(facts))
}

/** Rules that look at every template, and speak without being asked, are one chunk: they are always loaded together. */
const EVERY_TEMPLATE = 'every-template'
const isAlwaysNeeded = ({ severity, on }: Pick<Rule, 'severity' | 'on'>): boolean =>
  severity !== 'info' && on.some((one) => one === 'template' || one === '*')

/** @param chunks the rules of each chunk, as `group/defect` */
async function bundleRules(chunks: ReadonlyMap<string, readonly string[]>, outDir: string, plugins: Plugin[]): Promise<void> {
  const entry: Record<string, string> = {}
  for (const [chunk, files] of chunks) {
    const path = join(ENTRIES, `${chunk}.ts`)
    const imports = files.map((file, i) => `import r${i} from ${JSON.stringify(relative(ENTRIES, join(ROOT, 'rules', `${file}.ts`)))}`)
    writeFileSync(path, `${imports.join('\n')}\nexport const rules = [${files.map((_, i) => `r${i}`).join(', ')}]\n`)
    entry[chunk] = relative(ROOT, path)
  }
  await build({ ...common, entry, outDir, esbuildPlugins: [sharedCore('../core.cjs'), ...plugins] })
}

/** What a rule says about itself is left out of what runs: a start would pay for reading it. */
const withoutTexts: Plugin = {
  name: 'without-texts',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[/\\]rules[/\\][^/\\]+[/\\][^_/\\][^/\\]*\.ts$/ }, ({ path }) => ({
      contents: withoutProperties(readFileSync(path, 'utf8'), RULE_TEXTS),
      loader: 'ts',
    }))
  },
}

const work = ONLY_TYPES ? buildTypes : main
work().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
