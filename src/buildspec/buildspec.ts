import type { Project } from '../project.ts'
import type { Source } from '../source/source.ts'
import { at, childOf, type Entry, entryOf, type Mapping, type Node, pathOf, type Scalar, walk } from '../source/tree.ts'
import { closest } from '../text.ts'
import { ALWAYS, LITERAL, Properties, type Resolver, type When } from '../values.ts'
import { type Call, Command } from './commands.ts'
import { BUILDSPEC_SECTIONS, PHASES, VARIABLE_MAPS } from './keys.ts'

/** A build of a batch. */
export interface Build {
  readonly kind: 'build-list' | 'build-graph'
  readonly build: Properties
  /** Whatever stands there. */
  readonly identifier: Node | undefined
}

/** A CodeBuild buildspec. */
export class Buildspec extends Properties {
  constructor(
    readonly source: Source,
    readonly root: Mapping,
    when: When = ALWAYS,
    resolver: Resolver = LITERAL,
    /** The AWS::CodeBuild::Project in which it stands as text; undefined for a file. */
    readonly buildProject?: Properties,
    readonly project?: Project,
  ) {
    super(root, when, resolver)
  }

  /** A top-level key; undefined when it is not written. */
  section(name: string): Entry | undefined {
    return entryOf(this.root, name)
  }

  /** `0.1`, `0.2`, or whatever is written; undefined when it is missing. */
  get version(): string | undefined {
    const version = this.section('version')?.value
    return version?.kind === 'scalar' ? version.text : undefined
  }

  /** The phases as written, with their names, whatever these are. */
  get phases(): readonly Entry[] {
    const phases = this.section('phases')?.value
    return phases?.kind === 'mapping' ? phases.entries : []
  }

  /** Whether only the service knows what stands there. */
  isUnknown(node: Node): boolean {
    return this.resolver.resolve(node, this.when).some((fact) => fact.state === 'unknown')
  }

  /** The phases that are maps, with their properties. */
  get phaseMaps(): readonly { readonly key: Scalar; readonly phase: Properties }[] {
    return this.phases.flatMap(({ key, value }) =>
      value.kind === 'mapping' ? [{ key, phase: new Properties(value, this.when, this.resolver) }] : [],
    )
  }

  /** The commands of all phases in the order in which they run; what is no text is left out. */
  get commands(): readonly Command[] {
    this.#commands ??= PHASES.flatMap((phase) =>
      this.phases
        .filter(({ key }) => key.text === phase)
        .flatMap(({ value }) => [...this.#list(value, phase, 'commands'), ...this.#list(value, phase, 'finally')]),
    )
    return this.#commands
  }
  #commands: readonly Command[] | undefined

  #list(phase: Node, name: string, list: 'commands' | 'finally'): Command[] {
    const value = childOf(phase, list)
    const items = value?.kind === 'sequence' ? value.items : value ? [value] : []
    return items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [new Command(this.source, item, name, list)] : []))
  }

  /** Everything that the commands call. */
  get calls(): readonly Call[] {
    this.#calls ??= this.commands.flatMap((command) => command.calls)
    return this.#calls
  }
  #calls: readonly Call[] | undefined

  /** The variables of env, each with the map that it stands in. */
  get variables(): readonly { readonly map: (typeof VARIABLE_MAPS)[number]; readonly entry: Entry }[] {
    return VARIABLE_MAPS.flatMap((name) => {
      const value = at(this.root, 'env', name)
      return value?.kind === 'mapping' ? value.entries.map((entry) => ({ map: name, entry })) : []
    })
  }

  /** The artifacts, and each of the secondary artifacts with its identifier. */
  get artifacts(): readonly { readonly identifier: Scalar | undefined; readonly entry: Entry }[] {
    const entry = this.section('artifacts')
    if (!entry) return []
    const secondary = childOf(entry.value, 'secondary-artifacts')
    const others = secondary?.kind === 'mapping' ? secondary.entries : []
    return [{ identifier: undefined, entry }, ...others.map((other) => ({ identifier: other.key, entry: other }))]
  }

  /** The builds of a list or a graph of the batch, as far as they are maps. */
  get builds(): readonly Build[] {
    return (['build-list', 'build-graph'] as const).flatMap((kind) =>
      this.items(`batch.${kind}`).map((build) => ({ kind, build, identifier: childOf(build.node, 'identifier') })),
    )
  }

  /** The top-level key that is spelt like a missing one (`Version`, `phase`); undefined when the key is there or none is like it. */
  misspelt(name: 'version' | 'phases'): Entry | undefined {
    if (this.section(name)) return undefined
    const known: readonly string[] = BUILDSPEC_SECTIONS
    return this.root.entries.find(({ key }) => !known.includes(key.text) && closest(key.text, known) === name)
  }

  /**
   * The keys that follow an empty section at its own depth although the top level does not know them: its content, which
   * has lost its indentation.
   */
  dedented(section: string): readonly Entry[] {
    const { entries } = this.root
    const from = entries.findIndex(({ key }) => key.text === section)
    if (from < 0 || !isEmpty(entries[from]?.value)) return []
    const known: readonly string[] = BUILDSPEC_SECTIONS
    const rest = entries.slice(from + 1)
    const end = rest.findIndex(({ key }) => known.includes(key.text))
    return end < 0 ? rest : rest.slice(0, end)
  }

  /** Whether a top-level entry is written for the anchors in it: aliases elsewhere repeat what it holds. */
  holdsAnchor(entry: Entry): boolean {
    this.#anchored ??= anchored(this.root)
    return this.#anchored.has(entry.key.text)
  }
  #anchored: Set<string> | undefined
}

/** The top-level keys below which something is that an alias repeats elsewhere. */
function anchored(root: Mapping): Set<string> {
  const found = new Set<string>()
  for (const node of walk(root)) {
    if (node.kind === 'scalar') continue
    const children = node.kind === 'mapping' ? node.entries.map((entry) => entry.value) : node.items
    for (const child of children) {
      if (child.parent !== node) found.add(pathOf(child).split('/')[0] as string)
    }
  }
  return found
}

/** Nothing is written there, or only a comment. */
const isEmpty = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.value === null
