/** The configuration: a document of ours like any other, read into layers of settings. */
import { closest, type Kind, type Mapping, type Node, parseSource, type Severity, type Source, type Span, spanOf } from '../core.ts'
import schema from './awslint.schema.json'
import { type ConfigProblem, isNothing, problemsIn, type Schema } from './validate.ts'

/** What a rule is set to. */
export type Choice = Severity | 'off'

/**
 * The built-in sets. recommended: every rule at its own severity; strict: advice counts as a warning; notes: only the rules
 * that are drawn from the study notes; all: every rule at its own severity, advice reported too.
 */
export const SETS = ['recommended', 'strict', 'notes', 'all'] as const
export type SetName = (typeof SETS)[number]

/** Severities by rule id, `group/*` or `*`. */
export type Choices = ReadonlyMap<string, Choice>

/** A text with the place where it is written. */
export interface Placed {
  readonly text: string
  readonly span: Span
}

/** Settings that hold for some files, or for all; of several layers the later ones decide. */
export interface Layer {
  /** Patterns of the files meant; all without. */
  readonly files?: readonly string[]
  readonly set?: SetName
  readonly rules?: Choices
  readonly kind?: Kind
  readonly level?: Severity
  readonly failOn?: Severity | 'never'
  /** Names and values, or the file that holds them. */
  readonly parameters?: Readonly<Record<string, string>> | Placed
  readonly regions?: readonly string[]
  readonly schemas?: readonly Placed[]
  readonly ignore?: readonly string[]
  /** Of the templates that a search meets only these count. */
  readonly templates?: readonly string[]
  /** Prefixes of ids of cfn-lint whose counterparts are off. */
  readonly cfnLintOff?: readonly string[]
}

/** One configuration file as it is written; nothing that it names has been looked at. */
export interface ConfigDocument {
  readonly source: Source
  readonly problems: readonly ConfigProblem[]
  readonly extends: readonly Placed[]
  readonly rulePacks: readonly Placed[]
  readonly layers: readonly Layer[]
  /** Every rule or pattern that it names. */
  readonly named: readonly Placed[]
}

/** A configuration of more characters is none that a person wrote. */
const MAX_LENGTH = 256 * 1024

/**
 * Reads the text of a configuration file; never throws on what it contains.
 * @param key the key under which a larger file holds the configuration: `awslint` of a package.json
 */
export function readConfigDocument(text: string, name: string, key?: string): ConfigDocument {
  const nothing = { extends: [], rulePacks: [], layers: [], named: [] }
  const { source, problem } = parsed(text, name)
  if (problem) return { source, problems: [problem], ...nothing }
  let root = source.root
  if (key !== undefined && root?.kind === 'mapping') root = root.entries.find((entry) => entry.key.text === key)?.value ?? null
  if (!root || isNothing(root)) return { source, problems: [], ...nothing }
  const problems = problemsIn(root, schema as Schema)
  if (problems.length > 0 || root.kind !== 'mapping') return { source, problems, ...nothing }

  const overrides = settingOf(root, 'overrides')
  const kinds = settingOf(root, 'kinds')
  const layers: Layer[] = [layerOf(root)]
  for (const { key, value } of entriesOf(kinds)) layers.push({ files: [key.text], kind: textOf(value) as Kind })
  const listed = overrides?.kind === 'sequence' ? overrides.items : []
  for (const item of listed) if (item.kind === 'mapping') layers.push(layerOf(item))
  const named = [root, ...listed].flatMap((one) => entriesOf(one.kind === 'mapping' ? settingOf(one, 'rules') : undefined))
  return {
    source,
    problems,
    extends: placedTexts(settingOf(root, 'extends')),
    rulePacks: placedTexts(settingOf(root, 'rulePacks')),
    layers,
    named: named.map(({ key }) => ({ text: key.text, span: key.span })),
  }
}

/** A text as a tree, or the first thing that keeps it from being one. */
export function parsed(text: string, name: string): { source: Source; problem?: ConfigProblem } {
  const isLong = text.length > MAX_LENGTH
  const source = parseSource(isLong ? '' : text, name)
  const start = { start: 0, end: 0 }
  if (isLong) return { source, problem: { message: `It has more than ${MAX_LENGTH / 1024} kB; no configuration has.`, span: start } }
  const problem = source.problems.find(({ code }) => code !== 'byte-order-mark' && code !== 'alias' && code !== 'empty')
  if (!problem) return { source }
  const { code, detail, span } = problem
  const said: Readonly<Record<string, string>> = {
    'duplicate-key': `The key "${detail}" stands twice; keep one of them.`,
    'several-documents': 'It holds several documents; keep one of them.',
  }
  const words = detail.trim().replace(/[.\s]+$/, '')
  return { source, problem: { message: said[code] ?? `It cannot be read as YAML or JSON: ${words || code}.`, span } }
}

function layerOf(node: Mapping): Layer {
  const text = (key: string): string | undefined => textOf(settingOf(node, key))
  const list = (key: string): string[] | undefined => {
    const value = settingOf(node, key)
    return value && placedTexts(value).map((one) => one.text)
  }
  const rules = settingOf(node, 'rules')
  const parameters = settingOf(node, 'parameters')
  const schemas = settingOf(node, 'schemas')
  const layer = {
    files: list('files'),
    rules: rules && new Map(entriesOf(rules).map(({ key, value }) => [key.text, textOf(value) as Choice])),
    kind: text('kind'),
    level: text('level'),
    failOn: text('fail-on'),
    parameters:
      parameters?.kind === 'scalar'
        ? placedTexts(parameters)[0]
        : parameters && Object.fromEntries(entriesOf(parameters).map(({ key, value }) => [key.text, textOf(value) ?? ''])),
    regions: list('regions'),
    schemas: schemas && placedTexts(schemas),
    ignore: list('ignore'),
  }
  return Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined)) as Layer
}

/** A key with nothing behind it is not there. */
export function settingOf(node: Mapping, key: string): Node | undefined {
  const value = node.entries.findLast((entry) => entry.key.text === key)?.value
  return value && !isNothing(value) ? value : undefined
}

export const entriesOf = (node: Node | undefined) => (node?.kind === 'mapping' ? node.entries.filter(({ value }) => !isNothing(value)) : [])

const textOf = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined)

/** One text, or a list of them. */
export function placedTexts(node: Node | undefined): Placed[] {
  const items = node?.kind === 'sequence' ? node.items : node ? [node] : []
  return items.flatMap((item) => (item.kind === 'scalar' ? [{ text: item.text, span: spanOf(item) }] : []))
}

/** Whether a pattern of `rules` means a rule. */
export function patternMeans(pattern: string, id: string): boolean {
  return pattern === id || pattern === '*' || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1)))
}

/** The rules that a configuration names and that there are not. */
export function unknownRules(named: readonly Placed[], ids: readonly string[]): ConfigProblem[] {
  const groups = new Set(ids.map(groupOf))
  return named.flatMap(({ text, span }) => {
    if (ids.some((id) => patternMeans(text, id))) return []
    const near = ids.filter((id) => id.endsWith(`/${text}`))
    const meant = near[0] ?? closest(text, [...ids, ...[...groups].map((group) => `${group}/*`)])
    const hint = groups.has(text) ? `did you mean "${text}/*"?` : meant ? `did you mean "${meant}"?` : '"awslint rules" lists them all.'
    return [{ message: `There is no rule "${text}"; ${hint}`, span }]
  })
}

const groupOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')))
