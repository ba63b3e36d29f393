/** Who may import whom: the data goes one way, and only the edges touch the outside. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, ruleFiles } from '../src/dev/groups.ts'
import { importsOf, namesFrom } from './support/imports.ts'

interface Layer {
  /** The files of the layer. */
  readonly of: RegExp
  /** Files of src/ that it may import, the layer itself always included. */
  readonly may: RegExp
  /** Modules that it may import. */
  readonly modules: RegExp
  readonly says: string
}

const NONE = /^$/
/** Of use to all, and knows nothing. */
const ANYWHERE = 'table.ts'
const MEANING = '(text|finding|values|kind)\\.ts'

/** The first layer that a file is of counts. */
const LAYERS: readonly Layer[] = [
  { of: /^source\//, may: /^text\.ts$/, modules: /^(js-yaml|jsonc-parser)$/, says: 'source knows text and words only' },
  { of: /^text\.ts$/, may: NONE, modules: NONE, says: 'text.ts knows words only' },
  {
    of: /^template\//,
    may: new RegExp(`^(source/|project\\.ts$|schema/format\\.ts$|${MEANING})`),
    modules: NONE,
    says: 'template knows source, values, the project around it and what a schema looks like, no rule and no other document',
  },
  {
    of: /^(appspec|buildspec)\//,
    may: new RegExp(`^(source/|project\\.ts$|template/intrinsics\\.ts$|${MEANING})`),
    modules: NONE,
    says: 'the smaller documents know source, values the project around them and how a function is written, no rule and no other document',
  },
  { of: /^statemachine\/checks\.ts$/, may: /^(rule\.ts$|statemachine\/)/, modules: NONE, says: 'checks of states know what a check is' },
  {
    of: /^(policy|statemachine)\//,
    may: new RegExp(`^(source/|template/|${MEANING})`),
    modules: NONE,
    says: 'policies and state machines know source, values and templates',
  },
  {
    of: /^(apigateway|ecs)\//,
    may: new RegExp(`^(source/|template/|policy/|${MEANING})`),
    modules: NONE,
    says: 'APIs and services of ECS know source, values, templates and policies',
  },
  {
    of: /^schema\//,
    may: new RegExp(`^(source/|template/|${MEANING})`),
    modules: NONE,
    says: 'schema knows source, values and templates',
  },
  { of: /^sam\//, may: /^schema\/format\.ts$/, modules: NONE, says: 'sam is what its types hold, as schemas' },
  { of: /^values\.ts$/, may: /^(source\/|text\.ts|template\/conditions\.ts)/, modules: NONE, says: 'values know source and formulas' },
  { of: /^(kind|finding)\.ts$/, may: /^(source\/|text\.ts)/, modules: NONE, says: 'kind and finding know source' },
  { of: /^report\//, may: /^core\.ts$/, modules: NONE, says: 'a report knows the core, and does no output itself' },
  { of: /^config\//, may: /^core\.ts$/, modules: /^\.\/awslint\.schema\.json$/, says: 'config knows the core, and reads no file' },
  {
    of: /^node\/(config|baseline|migrate)\.ts$/,
    may: /^(core\.ts$|node\/|config\/)/,
    modules: /^node:/,
    says: 'what configures is core, config and disk',
  },
  {
    of: /^node\/fix\.ts$/,
    may: /^(core\.ts$|fix\.ts$|node\/)/,
    modules: /^node:fs$/,
    says: 'what fixes files knows the core and the engine',
  },
  { of: /^node\//, may: /^core\.ts$/, modules: /^(node:.*|ignore|smol-toml|tinyglobby)$/, says: 'node knows the core and the disk' },
  {
    of: /^cli\//,
    may: /^(core\.ts|node\/|report\/)/,
    modules: /^(node:.*|commander|\.\.\/\.\.\/package\.json)$/,
    says: 'cli puts core, node and report together',
  },
  { of: /^dev\//, may: /./, modules: /./, says: '' },
  {
    of: /^index\.ts$/,
    may: /^(core\.ts|node\/|report\/)/,
    modules: /^(node:.*|\.\.\/package\.json)$/,
    says: 'the library puts core, node and report together',
  },
  { of: /^[\w-]+\.ts$/, may: /^(?!(cli|node|dev|report)\/)/, modules: NONE, says: 'the core is pure' },
]

const files = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()

describe('src', () => {
  for (const file of files) {
    test(file, () => {
      const layer = LAYERS.find(({ of }) => of.test(file))
      expect(layer, `src/${file} is of no layer; say in test/layers.test.ts what it may import`).toBeDefined()
      if (!layer) return
      for (const name of importsOf(readFileSync(join(ROOT, 'src', file), 'utf8'))) {
        if (name.startsWith('.') && name.endsWith('.ts')) {
          const target = posix.join(dirname(file), name)
          expect(
            layer.of.test(target) || layer.may.test(target) || target === ANYWHERE,
            `src/${file} imports src/${target}: ${layer.says}`,
          ).toBe(true)
          expect(target, 'nothing that is shipped imports what is not').not.toMatch(file.startsWith('dev/') ? /^$/ : /^dev\//)
        } else expect(layer.modules.test(name), `src/${file} imports ${name}: ${layer.says}`).toBe(true)
      }
    })
  }
})

test('rules import #rule and their siblings only', () => {
  for (const group of ruleFiles().keys()) {
    for (const name of readdirSync(join(ROOT, 'rules', group)).filter((name) => name.endsWith('.ts'))) {
      for (const imported of importsOf(readFileSync(join(ROOT, 'rules', group, name), 'utf8')))
        expect(imported, `rules/${group}/${name}`).toMatch(/^(#rule|\.\/_[\w-]+\.ts)$/)
    }
  }
})

describe('exports', () => {
  const texts = new Map<string, string>()
  for (const folder of ['src', 'rules', 'test']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true }) as string[]) {
      const path = posix.join(folder, name.replaceAll('\\', '/'))
      if (path.endsWith('.ts')) texts.set(path, readFileSync(join(ROOT, path), 'utf8'))
    }
  }

  test('what #rule gives is used by a rule, or by what imports the core', () => {
    const used = new Set([...texts.values()].flatMap((text) => namesFrom('import', text, /(^#|\/)(rule|core)(\.ts)?$/)))
    const given = namesFrom('export', texts.get('src/rule.ts') as string, /^\.\//)
    expect(given.filter((name) => !used.has(name))).toEqual([])
  })

  test('functions and constants that a module exports are used elsewhere', () => {
    const unused: string[] = []
    for (const [path, text] of texts) {
      if (!path.startsWith('src/') || path === 'src/index.ts') continue
      const others = [...texts].filter(([other]) => other !== path && other !== 'src/rule.ts' && other !== 'src/core.ts')
      for (const [, name] of text.matchAll(/^export (?:async )?(?:const|function\*?) (\w+)/gm)) {
        const alias = new RegExp(`\\b${name} as (\\w+)`).exec(texts.get('src/rule.ts') as string)?.[1]
        const word = new RegExp(`\\b(${name}${alias ? `|${alias}` : ''})\\b`)
        if (!others.some(([, other]) => word.test(other))) unused.push(`${path}: ${name}`)
      }
    }
    expect(unused).toEqual([])
  })
})

test('what is shipped to rules and users as one file needs no module of Node', () => {
  const chunks = readdirSync(join(ROOT, 'dist/rules')).filter((name) => name.endsWith('.cjs'))
  for (const name of ['core.cjs', ...chunks.map((chunk) => `rules/${chunk}`)]) {
    const required = [...readFileSync(join(ROOT, 'dist', name), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1])
    for (const module of required) expect(module, `dist/${name}`).toBe('../core.cjs')
  }
})

test('tables that are asked with words of a document have no keys but their own', () => {
  for (const folder of ['src', 'rules']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true }) as string[]) {
      if (!name.endsWith('.ts') || (folder === 'src' && name.startsWith('dev'))) continue
      const text = readFileSync(join(ROOT, folder, name), 'utf8')
      const bare = [...text.matchAll(/^(?:export )?const (\w+): (?:Readonly<|Partial<)*Record<string,.*> = \{/gm)].map((match) => match[1])
      expect(bare, `${folder}/${name}: write table({ … }), or "constructor" in a document finds what Object.prototype has`).toEqual([])
    }
  }
})
