/** What is published, packed and used from a folder of somebody else: by ES modules, CommonJS, TypeScript and a browser. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { DIST } from '../../src/dev/built.ts'
import { ROOT } from '../../src/dev/groups.ts'
import { builtRules } from '../../src/node/rules.ts'
import { BAD, folderWith, GOOD } from '../support/cli.ts'

const run = (file: string, args: readonly string[], cwd: string): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 })
const tool = (name: string, args: readonly string[], cwd: string): string => {
  try {
    return run(process.execPath, [join(ROOT, 'node_modules', name), ...args], cwd)
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return expect.fail(`${name} ${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}

let folder: string
let tarball: string
beforeAll(() => {
  if (!existsSync(join(DIST, 'index.d.ts'))) tool('tsx/dist/cli.mjs', ['src/dev/build.ts', '--only-types'], ROOT)
  folder = folderWith({ 'stacks/bad.yaml': BAD, 'stacks/good.yaml': GOOD, 'package.json': '{ "private": true }' })
  // Nothing is built meanwhile: other tests are using what is there.
  const [packed] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT)) as [
    { filename: string },
  ]
  tarball = join(folder, packed.filename)
  mkdirSync(join(folder, 'node_modules'))
  run('tar', ['-xzf', tarball, '-C', 'node_modules'], folder)
  cpSync(join(folder, 'node_modules/package'), join(folder, 'node_modules/awslint-cli'), { recursive: true })
  rmSync(join(folder, 'node_modules/package'), { recursive: true })
}, 120_000)

const USE = `
const own = defineRule({
  id: 'own/no-topics', title: 'No topics', severity: 'warning', on: ['AWS::SNS::Topic'], why: 'They are loud.', fix: 'Use queues.',
  sources: [{ url: 'https://example.com', fact: 'Topics are loud.' }],
  messages: { found: 'The topic {name} is loud.' },
  check: (topic, { report }) => report(topic.node, 'found', { name: topic.id }),
})
const extraRules = [own]
const one = lint(${JSON.stringify(BAD)}, 'template.yaml', { level: 'warning', extraRules })
const position = one.source.lines.position(one.findings[0].span.start)
const all = lintFiles('stacks', { failOn: 'warning' })
console.log(JSON.stringify({
  one: one.findings.map(({ rule }) => rule),
  position,
  files: all.files.map(({ path, report }) => [path, report.findings.length]),
  exitCode: all.exitCode,
  compact: formatReport(all, 'compact'),
  text: formatReport(all, 'text', { quiet: true }),
  rules: [rules.ids.length === [...rules].length, rules.get('template/unknown-section').severity],
}))
`
const SAYS = {
  one: ['template/unknown-section', 'own/no-topics'],
  position: { line: 1, column: 1 },
  files: [
    ['stacks/bad.yaml', 1],
    ['stacks/good.yaml', 0],
  ],
  exitCode: 1,
  compact: expect.stringMatching(/^stacks\/bad\.yaml:1:1: error: .* \[template\/unknown-section\]\n$/),
  text: expect.stringMatching(/^stacks\/bad\.yaml\n {2}1:1 {2}error/),
  rules: [true, 'error'],
}
const NAMES = 'defineRule, formatReport, lint, lintFiles, rules'

describe('used from a folder of somebody else', () => {
  test('by an ES module', () => {
    writeFileSync(join(folder, 'use.mjs'), `import { ${NAMES} } from 'awslint-cli'\n${USE}`)
    expect(JSON.parse(run(process.execPath, ['use.mjs'], folder))).toEqual(SAYS)
  })
  test('by CommonJS', () => {
    writeFileSync(join(folder, 'use.cjs'), `const { ${NAMES} } = require('awslint-cli')\n${USE}`)
    expect(JSON.parse(run(process.execPath, ['use.cjs'], folder))).toEqual(SAYS)
  })
  test('both get the same names', () => {
    const names = createRequire(join(folder, 'x.cjs'))('awslint-cli') as object
    const module = run(
      process.execPath,
      ['--input-type=module', '-e', "console.log(Object.keys(await import('awslint-cli')).join())"],
      folder,
    )
    expect(module.trim().split(',').sort()).toEqual(Object.keys(names).sort())
  })
  test('on the command line', () => {
    expect(run(process.execPath, ['node_modules/awslint-cli/bin/awslint.js', 'check', 'stacks/good.yaml'], folder)).toContain('no findings')
  })
  test.each(['node16', 'bundler'])('by TypeScript with moduleResolution %s', (moduleResolution) => {
    const use = `import { type Finding, type Rule, type RunReport, ${NAMES} } from 'awslint-cli'
${USE.replace('findings[0].span', 'findings[0]!.span').replace("section').severity", "section')?.severity")}
export const found: readonly Finding[] = one.findings
export const report: RunReport = all
export const typed: Rule | undefined = rules.get('a/b')
// @ts-expect-error: what a rule looks at is typed
defineRule({ id: 'a/b', title: '', severity: 'loud', on: ['template'], why: '', fix: '', sources: [], check: () => {} })
// @ts-expect-error: there is no such format
formatReport(all, 'xml')
`
    for (const name of ['use.mts', 'use.cts']) writeFileSync(join(folder, name), use)
    const options = {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      lib: ['ES2023'],
      types: [],
      module: moduleResolution === 'node16' ? 'node16' : 'esnext',
      moduleResolution,
      exactOptionalPropertyTypes: true,
    }
    writeFileSync(join(folder, 'globals.d.ts'), 'declare const console: { log(text: string): void }\n')
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['globals.d.ts', 'use.mts', 'use.cts'] }),
    )
    expect(tool('typescript/bin/tsc', ['-p', 'tsconfig.json'], folder)).toBe('')
  })
})

describe('what is published', () => {
  test('holds what it says', () => {
    const { exports, bin, main, types } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const files = run('tar', ['-tzf', tarball], folder).split('\n')
    const { import: esm, require: cjs } = exports['.']
    for (const path of [...Object.values(bin), main, types, ...Object.values(esm), ...Object.values(cjs)] as string[])
      expect(files).toContain(`package/${path.replace(/^\.\//, '')}`)
    for (const file of files) expect(file).not.toMatch(/^package\/(src|test|fixtures|rules\/.*\.ts$)|code-cache/)
  })
  test('publint', () => {
    expect(tool('publint/src/cli.js', [tarball, '--strict'], folder)).toContain('All good!')
  })
  test('are the types wrong', () => {
    expect(
      tool(
        '@arethetypeswrong/cli/dist/index.js',
        [tarball, '--profile', 'node16', '--no-color', '--no-emoji', '--exclude-entrypoints', './schemas/*'],
        folder,
      ),
    ).toMatch(/No problems found/)
  })
})

describe('the core in a browser', () => {
  test('needs nothing of Node', async () => {
    const { build } = createRequire(createRequire(join(ROOT, 'x.cjs')).resolve('tsup'))('esbuild') as {
      build: (options: object) => Promise<{ outputFiles: { text: string }[]; warnings: unknown[] }>
    }
    const entry = `import { lint } from '../core.cjs'\nimport { rules } from '../rules/every-template.cjs'
globalThis.run = (text, manifest) => lint(text, 'a.yaml', { rules: { manifest, load: () => rules } }).findings.map(({ rule }) => rule)`
    const built = await build({
      stdin: { contents: entry, resolveDir: join(DIST, 'rules') },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      logLevel: 'silent',
    })
    expect(built.warnings).toEqual([])
    const page = createContext({}) as { run: (text: string, manifest: unknown) => string[] }
    runInContext(built.outputFiles[0]?.text ?? '', page)
    const always = builtRules(DIST).manifest.filter(({ chunk }) => chunk === 'every-template')
    expect([...page.run(BAD, always)]).toEqual(['template/unknown-section'])
  })
})
