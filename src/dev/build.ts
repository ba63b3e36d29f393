/**
 * `npm run build`: the pure core, the command line and the library as one file each, one chunk of rules per group, and the
 * manifest. Everything that is loaded at start-up is CommonJS: it starts faster than ES modules.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, relative } from 'node:path'
import { build, type Options } from 'tsup'
import type { ManifestEntry, Rule } from '../core.ts'
import { ROOT, ruleFiles } from './groups.ts'
import { buildSchemas } from './schema.ts'

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

/** commander starts programs for subcommands that are files of their own; we have none, and loading it takes milliseconds. */
const lazyChildProcess: Plugin = {
  name: 'lazy-child-process',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^(node:)?child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'lazy' } : undefined,
    )
    esbuild.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: "exports.spawn = (...args) => module.require('node:child_process').spawn(...args)",
      loader: 'js',
    }))
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

  const groups = ruleFiles()
  const entry: Record<string, string> = {}
  for (const [group, defects] of groups) {
    const file = join(ENTRIES, `${group}.ts`)
    const imports = defects.map(
      (defect, i) => `import r${i} from ${JSON.stringify(relative(ENTRIES, join(ROOT, 'rules', group, `${defect}.ts`)))}`,
    )
    writeFileSync(file, `${imports.join('\n')}\nexport const rules = [${defects.map((_, i) => `r${i}`).join(', ')}]\n`)
    entry[group] = relative(ROOT, file)
  }

  await build({ ...common, entry: { core: 'src/core.ts' } } as Options)
  await build({ ...common, entry: { 'code-cache': 'src/node/code-cache.ts' } })
  await build({ ...common, entry: { cli: 'src/cli/main.ts' }, esbuildPlugins: [sharedCore('./core.cjs'), lazyChildProcess] })
  await build({ ...common, entry, outDir: join(DIST, 'rules'), esbuildPlugins: [sharedCore('../core.cjs')] })
  writeManifest(groups)
  copyEditorSchemas()
  rmSync(ENTRIES, { recursive: true })
}

/** The JSON Schemas that editors use, wherever they lie in src/. */
function copyEditorSchemas(): void {
  mkdirSync(join(DIST, 'schemas'))
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
    if (name.endsWith('.schema.json')) copyFileSync(join(ROOT, 'src', name), join(DIST, 'schemas', basename(name)))
}

function writeManifest(groups: Map<string, string[]>): void {
  const load = createRequire(join(DIST, 'index.cjs'))
  const manifest: ManifestEntry[] = []
  for (const group of groups.keys()) {
    for (const { id, severity, on } of (load(`./rules/${group}.cjs`) as { rules: Rule[] }).rules)
      manifest.push({ id, severity, on, chunk: group })
  }
  writeFileSync(join(DIST, 'manifest.json'), JSON.stringify(manifest))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
