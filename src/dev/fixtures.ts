import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Kind, On } from '../core.ts'
import { decode } from '../node/files.ts'
import { ROOT } from './groups.ts'

/** One document of `fixtures/<group>/<defect>/`. */
export interface Fixture {
  /** The rule that it is about, `group/defect`. */
  readonly rule: string
  /** The file name: `bad-json.json`. */
  readonly name: string
  /** From the project's root, with `/`. */
  readonly path: string
  readonly absolute: string
  readonly text: string
  /** What its bytes were, when they were no UTF-8. */
  readonly encoding?: string
  /** Whether its own rule finds something in it. */
  readonly isBad: boolean
  /** The neighbour file that holds what is expected of a text that cannot hold comments. */
  readonly expectedPath: string
  /** What that file says; undefined when there is none. */
  readonly expected: string | undefined
  /** What the document is, where its name (`bad.appspec.yaml`) says so. */
  readonly namedKind: Kind | undefined
}

const FOLDER = join(ROOT, 'fixtures')

/** Beside the fixtures of a rule that looks at the files around a document: those files. */
export const AROUND = 'around'

/** Beside the fixtures of a rule about what a template is deployed with: the parameters and Regions that are given. */
export const INPUTS = 'inputs.json'

/** The fixture folders, as ids of rules, sorted. */
export function fixtureFolders(): string[] {
  return foldersOf(FOLDER).flatMap((group) => foldersOf(join(FOLDER, group)).map((defect) => `${group}/${defect}`))
}

/** Beside a bad fixture what its fixes make of it: `bad.fixed.yaml`. */
const FIXED = /\.fixed\.\w+$/
export const fixedPath = ({ absolute }: Fixture): string => absolute.replace(/\.(\w+)$/, '.fixed.$1')

/** The fixtures of a rule: bad ones first, each sort by name, `bad.yaml` before `bad-more.yaml`. */
export function fixturesOf(rule: string): Fixture[] {
  const folder = join(FOLDER, rule)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /^(bad|good)\b.*\.(ya?ml|json)$/.test(name) && !FIXED.test(name))
  return names.sort(byStem).map((name) => {
    const absolute = join(folder, name)
    const expectedPath = `${absolute}.expected`
    return {
      rule,
      name,
      path: `fixtures/${rule}/${name}`,
      absolute,
      ...decode(readFileSync(absolute)),
      isBad: name.startsWith('bad'),
      expectedPath,
      expected: existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8') : undefined,
      namedKind: /\.(cloudformation|sam|appspec|buildspec)\.\w+$/.exec(name)?.[1] as Kind | undefined,
    }
  })
}

/** Files of a fixture folder that nothing reads. */
export function strayFiles(rule: string): string[] {
  const used = new Set(fixturesOf(rule).flatMap((fixture) => [fixture.name, `${fixture.name}.expected`, basename(fixedPath(fixture))]))
  return readdirSync(join(FOLDER, rule)).filter((name) => !used.has(name) && ![AROUND, INPUTS, 'twins.yaml'].includes(name))
}

/**
 * What a fixture is linted as: what its name says, else what its rule looks at, else what the content is. A `template` rule
 * looks at both kinds of template, so there the content tells which; buildspecs also stand within templates.
 */
export function kindOfFixture(fixture: Pick<Fixture, 'namedKind'>, on: readonly On[], detected: Kind | null): Kind {
  if (fixture.namedKind) return fixture.namedKind
  const kinds = new Set(on.map((one) => (one === 'appspec' || one === 'buildspec' || one === 'source' ? one : 'template')))
  const [only] = kinds.size === 1 ? kinds : []
  if (only === 'buildspec' && (detected === 'cloudformation' || detected === 'sam')) return detected
  if (only === 'appspec' || only === 'buildspec') return only
  if (only === 'template') return detected === 'sam' ? 'sam' : 'cloudformation'
  return detected ?? 'cloudformation'
}

const foldersOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []

function byStem(a: string, b: string): number {
  const stem = (name: string): string => name.slice(0, name.indexOf('.'))
  return stem(a) < stem(b) ? -1 : stem(a) > stem(b) ? 1 : a < b ? -1 : 1
}
