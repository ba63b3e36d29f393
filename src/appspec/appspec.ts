import type { Project } from '../project.ts'
import type { Source } from '../source/source.ts'
import { childOf, type Entry, entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { callOf } from '../template/intrinsics.ts'
import { closest, isPlaceholder } from '../text.ts'
import { ALWAYS, LITERAL, Properties } from '../values.ts'
import { inRevision } from './paths.ts'

export type Platform = 'server' | 'lambda' | 'ecs'

/** What each compute platform is called in messages. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { server: 'EC2/on-premises', lambda: 'Lambda', ecs: 'ECS' }

/** The top-level keys of each platform; those of Lambda and ECS are read in any case. */
export const APPSPEC_SECTIONS: Readonly<Record<Platform, readonly string[]>> = {
  server: ['version', 'os', 'files', 'permissions', 'hooks', 'file_exists_behavior'],
  lambda: ['version', 'Resources', 'Hooks'],
  ecs: ['version', 'Resources', 'Hooks'],
}

/** A script of an instance's lifecycle event. */
export interface Script {
  /** The key that names the event. */
  readonly event: Scalar
  /** The list item: location, timeout, runas. */
  readonly node: Mapping
}

/** The keys of a resource, and the properties of each type. */
export const RESOURCE_KEYS: readonly string[] = ['Type', 'Properties']
export const TARGET_PROPERTIES: Readonly<Record<'lambda' | 'ecs', readonly string[]>> = {
  lambda: ['Name', 'Alias', 'CurrentVersion', 'TargetVersion'],
  ecs: ['TaskDefinition', 'LoadBalancerInfo', 'PlatformVersion', 'NetworkConfiguration', 'CapacityProviderStrategy'],
}

/** What a Lambda or ECS AppSpec deploys. */
export interface Target {
  /** The name that the item gives it. */
  readonly key: Scalar
  readonly node: Mapping
  readonly type: Node | undefined
  /** undefined when there are none, or they are no mapping. */
  readonly properties: Mapping | undefined
}

/** A CodeDeploy AppSpec file. */
export class AppSpec extends Properties {
  /** The compute platform that the content is for; undefined when nothing in it says so. */
  readonly platform: Platform | undefined

  constructor(
    readonly source: Source,
    readonly root: Mapping,
    /** The files beside the document, where they can be looked at. */
    readonly project?: Project,
  ) {
    super(root, ALWAYS, LITERAL)
    this.platform = platformOf(root)
  }

  /**
   * The entry of a mapping of this document. Lambda and ECS files are read whatever the case of a key (AWS documents `Resources`
   * and `resources`); the agent of EC2/on-premises reads a key only as it is spelt here.
   */
  entry(mapping: Node | undefined, name: string): Entry | undefined {
    const exact = entryOf(mapping, name)
    if (exact || this.platform === 'server' || mapping?.kind !== 'mapping') return exact
    return mapping.entries.find((entry) => entry.key.text.toLowerCase() === name.toLowerCase())
  }

  /** A top-level key. */
  section(name: string): Entry | undefined {
    return this.entry(this.root, name)
  }

  /**
   * The key that was probably meant where `name` is missing: one that is nearly spelt so, or one of the other words for it.
   * @param keys what the mapping can have; those keys mean themselves
   * @param words other words for the key, the most likely first; `*` stands for whatever unknown key the mapping begins with
   */
  standIn(mapping: Mapping, name: string, keys: readonly string[], words: readonly string[] = []): Scalar | undefined {
    if (this.entry(mapping, name)) return undefined
    const candidates = unknownKeys(mapping, keys)
    const near = candidates.find((key) => closest(key.text, keys) === name)
    if (near) return near
    for (const word of words) {
      const key = candidates.find((one) =>
        word === '*' ? one === mapping.entries[0]?.key && !closest(one.text, keys) : one.text.toLowerCase() === word,
      )
      if (key) return key
    }
    return undefined
  }

  /** `linux` or `windows`; undefined when it is neither. */
  get os(): 'linux' | 'windows' | undefined {
    const os = textOf(this.section('os')?.value)
    return os === 'linux' || os === 'windows' ? os : undefined
  }

  /** Every lifecycle event hook with what stands under it, in the order of the file. */
  get hooks(): Entry[] {
    const hooks = this.section('hooks')?.value
    const entries = hooks?.kind === 'mapping' ? hooks.entries : itemsOf(hooks).flatMap((item) => item.entries)
    return entries.filter(({ key }) => key.text !== '?' && !(this.platform === 'server' && SCRIPT_KEYS.includes(key.text)))
  }

  /** Every script of an instance's lifecycle event, in the order of the file. */
  get scripts(): Script[] {
    if (this.platform !== 'server') return []
    return this.hooks.flatMap(({ key, value }) => itemsOf(value).map((node) => ({ event: key, node })))
  }

  /** The items of `files` that are mappings. */
  get files(): readonly Mapping[] {
    return this.platform === 'server' ? itemsOf(this.section('files')?.value) : []
  }

  /**
   * The files of the revision, where the folder of this document evidently is one: something that it names lies there, or the
   * folder of a script. Elsewhere a build puts the revision together, and nothing can be said.
   */
  get revision(): Project | undefined {
    const { project } = this
    if (!project) return undefined
    const scripts = this.scripts.map(({ node }) => pathIn(childOf(node, 'location')))
    const sources = this.files.map((item) => pathIn(childOf(item, 'source')))
    const exists = (path: string | undefined): boolean => !!path && ['file', 'folder'].includes(project.typeOf(path) ?? '')
    const isEvident =
      [...scripts, ...sources].some(exists) || scripts.some((path) => path?.includes('/') && exists(path.replace(/\/[^/]*$/, '')))
    return isEvident ? project : undefined
  }

  /** The items of `permissions` that are mappings; none on Windows, where there can be none. */
  get permissions(): readonly Mapping[] {
    return this.platform === 'server' && this.os !== 'windows' ? itemsOf(this.section('permissions')?.value) : []
  }

  /** What a Lambda or ECS file deploys: the first named item of Resources. Further ones are a mistake of their own. */
  get targets(): Target[] {
    if (this.platform === 'server') return []
    const all = itemsOf(this.section('resources')?.value).flatMap((item) =>
      item.entries.flatMap(({ key, value }) => {
        if (value.kind !== 'mapping' || isUnevaluated(value) || isResourceKey(key)) return []
        const properties = this.entry(value, 'Properties')?.value
        return [{ key, node: value, type: this.entry(value, 'Type')?.value, properties: mappingOrNone(properties) }]
      }),
    )
    return all.slice(0, 1)
  }
}

/** The keys that the agent reads of an item of `files`. */
export const FILE_KEYS: readonly string[] = ['source', 'destination']

/** The keys that the agent reads of an item of `permissions`. */
export const PERMISSION_KEYS: readonly string[] = ['object', 'pattern', 'except', 'owner', 'group', 'mode', 'acls', 'context', 'type']

/** The keys that the agent reads of a hook script. */
export const SCRIPT_KEYS: readonly string[] = ['location', 'timeout', 'runas', 'sudo']

/** The keys of a mapping that are none of these; functions, and keys that are no text, are reported as such. */
export const unknownKeys = (mapping: Mapping, keys: readonly string[]): Scalar[] =>
  isUnevaluated(mapping) ? [] : mapping.entries.map(({ key }) => key).filter(({ text }) => !keys.includes(text) && text !== '?')

/** Whether a key is Type or Properties, in any case. */
export const isResourceKey = (key: Scalar): boolean => RESOURCE_KEYS.some((name) => name.toLowerCase() === key.text.toLowerCase())

/** The path within the revision that a source or location names; undefined when that is not known or outside. */
export function pathIn(node: Node | undefined): string | undefined {
  const text = knownText(node)
  return text === undefined ? undefined : inRevision(text)
}

const itemsOf = (node: Node | undefined): readonly Mapping[] =>
  node?.kind === 'sequence' ? node.items.filter((item): item is Mapping => item.kind === 'mapping') : []

const mappingOrNone = (node: Node | undefined): Mapping | undefined => (node?.kind === 'mapping' && !isUnevaluated(node) ? node : undefined)

/** The text of a scalar that says something: not null, not empty. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && !isBlank(node) ? node.text : undefined
}

/** Whether nothing is written there. */
export const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null

/** Whether nothing is written there, or only an empty text. */
export const isBlank = (node: Node): boolean => node.kind === 'scalar' && (node.value === null || node.text.trim() === '')

/** What a node is, for messages: `text`, `a list` or `a mapping`. */
export const kindName = (node: Node): string => (node.kind === 'sequence' ? 'a list' : node.kind === 'mapping' ? 'a mapping' : 'text')

/**
 * Whether a node stands for a value that it is not: a call of a CloudFormation function, which CodeDeploy does not know, or `{{X}}`
 * without quotes, which YAML reads as a mapping. Both are reported as what they are, not as a value of the wrong shape.
 */
export const isUnevaluated = (node: Node): boolean =>
  callOf(node) !== undefined || (node.kind === 'mapping' && node.entries.length === 1 && node.entries[0]?.key.text === '?')

/** The text of a scalar that is known now: not empty, no placeholder, and no lone word in capitals, which mostly is one. */
export function knownText(node: Node | undefined): string | undefined {
  const text = textOf(node)
  return text === undefined || isPlaceholder(text) || /^[A-Z]{4,}$/.test(text) ? undefined : text
}

const keyLike = (mapping: Node | undefined, name: string): Node | undefined =>
  mapping?.kind === 'mapping' ? mapping.entries.find((entry) => entry.key.text.toLowerCase() === name)?.value : undefined

function platformOf(root: Mapping): Platform | undefined {
  const resources = keyLike(root, 'resources')
  if (resources) {
    const named = resources.kind === 'sequence' ? resources.items : [resources]
    for (const item of named) {
      // The item itself, too: its content may stand beside its name instead of below it.
      for (const resource of item.kind === 'mapping' ? [...item.entries.map((entry) => entry.value), item] : []) {
        const type = keyLike(resource, 'type')
        if (type?.kind === 'scalar' && /ECS/i.test(type.text)) return 'ecs'
        if (type?.kind === 'scalar' && /Lambda/i.test(type.text)) return 'lambda'
        const properties = keyLike(resource, 'properties')
        if (keyLike(properties, 'taskdefinition') || keyLike(resource, 'targetservice')) return 'ecs'
        if (keyLike(properties, 'targetversion') || keyLike(properties, 'currentversion')) return 'lambda'
      }
    }
  }
  if (['os', 'files', 'permissions', 'file_exists_behavior'].some((name) => keyLike(root, name) !== undefined)) return 'server'
  const hooks = keyLike(root, 'hooks')
  if (hooks?.kind === 'mapping') return 'server'
  // One function for an event, as Lambda and ECS have it.
  if (
    itemsOf(hooks).some((item) =>
      item.entries.every(({ value }) => value.kind === 'scalar' && !SCRIPT_KEYS.includes(value.key?.text ?? '')),
    )
  )
    return undefined
  return resources ? undefined : 'server'
}
