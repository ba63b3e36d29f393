/** Configuration from disk; a chunk of its own, loaded when there is one. */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { readCfnLintConfig } from '../config/cfnlintrc.ts'
import { type ConfigDocument, type Layer, type Placed, readConfigDocument, SETS, type SetName, unknownRules } from '../config/config.ts'
import { type RuleFacts, type Settings, settingsOf } from '../config/settings.ts'
import type { ConfigProblem } from '../config/validate.ts'
import { closest, Lines, type ManifestEntry, type Source } from '../core.ts'
import type { FoundConfig } from './config-files.ts'
import { printed, reason, repositoryRoot, withSlashes } from './files.ts'

export { pagesBeyond, withRulePacks } from './rule-packs.ts'

/** What is wrong with a configuration, a line for each: `.awslint.yaml:3:5: …`. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

/** A file that a configuration names. */
export interface NamedFile {
  readonly path: string
  /** `.awslint.yaml:3:5` */
  readonly place: string
}

/** A configuration with everything that it extends. */
export interface LoadedConfig {
  /** The file that was found, and those that it extends. */
  readonly files: readonly string[]
  readonly rulePacks: readonly NamedFile[]
  /** Settings for a file, by its absolute path. */
  settingsFor(absolute: string): Settings
  /** @throws ConfigError when it names a rule that there is not */
  checkRules(ids: readonly string[]): void
}

interface Gathered {
  readonly layers: Layer[]
  readonly files: string[]
  readonly rulePacks: NamedFile[]
  readonly named: { readonly placed: Placed; readonly source: Source; readonly path: string }[]
}

/**
 * Reads a configuration and what it extends.
 * @param base the folder that its patterns start from
 * @throws ConfigError
 */
export function loadConfig(found: FoundConfig, base: string, cwd: string): LoadedConfig {
  const root = repositoryRoot(dirname(found.path))
  const gathered: Gathered = { layers: [{ set: 'recommended' }], files: [], rulePacks: [], named: [] }
  gather(found, root, cwd, gathered, [])
  const settings = settingsOf(gathered.layers)
  return {
    files: gathered.files,
    rulePacks: gathered.rulePacks,
    settingsFor: (absolute) => settings(withSlashes(relative(base, absolute))),
    checkRules(ids) {
      fail(gathered.named.flatMap(({ placed, source, path }) => lined(unknownRules([placed], ids), source, path, cwd)))
    },
  }
}

function gather(found: FoundConfig, root: string, cwd: string, into: Gathered, above: readonly string[]): void {
  const { path } = found
  const text = textAt(path, cwd)
  into.files.push(path)
  if (found.form === 'cfn-lint') {
    const { source, problems, layer } = readCfnLintConfig(text, path)
    fail(lined(problems, source, path, cwd))
    into.layers.push(located(layer, source, path, root, cwd))
    return
  }
  const document = readConfigDocument(text, path, found.form === 'package' ? 'awslint' : undefined)
  const { source } = document
  fail(lined(document.problems, source, path, cwd))
  for (const one of document.extends) {
    if (isSet(one.text)) into.layers.push({ set: one.text })
    else {
      const other = extended(one, document, path, root, cwd)
      if (other === path || above.includes(other))
        fail(lined([{ message: `"${one.text}" leads back to this file.`, span: one.span }], source, path, cwd))
      gather({ path: other, form: 'awslint' }, root, cwd, into, [...above, path])
    }
  }
  into.layers.push(...document.layers.map((layer) => located(layer, source, path, root, cwd)))
  for (const one of document.rulePacks)
    into.rulePacks.push({ path: inside(one, source, path, root, cwd), place: placeOf(one.span.start, source, path, cwd) })
  into.named.push(...document.named.map((placed) => ({ placed, source, path })))
}

const isSet = (text: string): text is SetName => (SETS as readonly string[]).includes(text)

function extended(one: Placed, { source }: ConfigDocument, path: string, root: string, cwd: string): string {
  if (/[./\\]/.test(one.text)) return inside(one, source, path, root, cwd)
  const meant = closest(one.text, SETS)
  const hint = meant ? `did you mean "${meant}"?` : `there are ${SETS.join(', ')}, and paths as "./${one.text}".`
  throw new ConfigError(lined([{ message: `There is no set "${one.text}"; ${hint}`, span: one.span }], source, path, cwd))
}

/** A layer with its paths made absolute. */
function located(layer: Layer, source: Source, path: string, root: string, cwd: string): Layer {
  const here = (placed: Placed): Placed => ({ ...placed, text: inside(placed, source, path, root, cwd) })
  return {
    ...layer,
    ...(layer.schemas ? { schemas: layer.schemas.map(here) } : {}),
    ...(isPlaced(layer.parameters) ? { parameters: here(layer.parameters) } : {}),
  }
}

/** Whether parameters are a file of them. */
export const isPlaced = (value: Layer['parameters']): value is Placed => typeof value?.['span'] === 'object'

/** A path that a configuration names, absolute: relative to its folder, and inside of the repository, links followed. */
function inside(one: Placed, source: Source, path: string, root: string, cwd: string): string {
  const refuse = (message: string): never => {
    throw new ConfigError(lined([{ message, span: one.span }], source, path, cwd))
  }
  if (isAbsolute(one.text)) refuse(`"${one.text}" is an absolute path; write one relative to this file.`)
  const absolute = resolve(dirname(path), one.text)
  let real = absolute
  try {
    real = realpathSync(absolute)
  } catch (error) {
    refuse(`"${one.text}" cannot be read: ${reason(error, absolute)}.`)
  }
  const way = relative(realpathSync(root), real)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    refuse(`"${one.text}" lies outside of the repository; only what is in it can be named here.`)
  return absolute
}

/** No configuration is larger; the core says so of what is read. */
const MAX_BYTES = 4 * 1024 * 1024

function textAt(path: string, cwd: string): string {
  try {
    const stat = statSync(path)
    if (!stat.isFile()) throw new Error(stat.isDirectory() ? 'it is a folder' : 'it is no regular file')
    if (stat.size > MAX_BYTES) throw new Error(`it has ${Math.round(stat.size / 1024 / 1024)} MB; no configuration has`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ConfigError([`the configuration ${printed(path, cwd)} cannot be read: ${reason(error, path)}`])
  }
}

function lined(problems: readonly ConfigProblem[], source: Source, path: string, cwd: string): string[] {
  return problems.map(({ message, span }) => `${placeOf(span.start, source, path, cwd)}: ${message}`)
}

function placeOf(offset: number, { text, lines }: Source, path: string, cwd: string): string {
  const { line, column } = (lines ?? new Lines(text)).position(offset)
  return `${printed(path, cwd)}:${line}:${column}`
}

function fail(problems: readonly string[]): void {
  if (problems.length > 0) throw new ConfigError(problems)
}

/** What the built pack says of rules without loading them; rules of other packs have only what the manifest holds. */
export function ruleFacts(manifest: readonly ManifestEntry[], folder: string = __dirname): Map<string, RuleFacts> {
  const more = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as Record<string, { notes?: true; cfnLint?: string[] }>
  return new Map(
    manifest.map(({ id, severity }) => {
      const own = Object.hasOwn(more, id) ? more[id] : undefined
      return [id, { id, severity, isFromNotes: own?.notes === true, cfnLint: own?.cfnLint ?? [] }]
    }),
  )
}
