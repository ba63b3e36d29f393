import type { Source } from '../source/source.ts'
import { at, type Entry, type Mapping, type Node } from '../source/tree.ts'
import { ALWAYS, LITERAL, Properties } from '../values.ts'

export type Platform = 'server' | 'lambda' | 'ecs'

/** What each compute platform is called in messages. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { server: 'EC2/on-premises', lambda: 'Lambda', ecs: 'ECS' }

/** A CodeDeploy AppSpec file. */
export class AppSpec extends Properties {
  /** The compute platform that the content is for; undefined when nothing in it says so. */
  readonly platform: Platform | undefined

  constructor(
    readonly source: Source,
    readonly root: Mapping,
  ) {
    super(root, ALWAYS, LITERAL)
    this.platform = platformOf(root)
  }

  /**
   * A top-level key. Lambda and ECS files are read whatever the case of a key (AWS documents `Resources` and `resources`);
   * the agent of EC2/on-premises reads lower case only.
   */
  section(name: string): Entry | undefined {
    const exact = this.root.entries.find((entry) => entry.key.text === name)
    if (exact || this.platform === 'server') return exact
    return this.root.entries.find((entry) => entry.key.text.toLowerCase() === name.toLowerCase())
  }

  /** The target that the Resources section of a Lambda or ECS file names: its key and its mapping. */
  get targets(): Entry[] {
    const resources = this.section('resources')?.value
    if (resources?.kind !== 'sequence') return []
    return resources.items.flatMap((item) => (item.kind === 'mapping' ? item.entries : []))
  }

  /** Every lifecycle event hook with what stands under it, in the order of the file. */
  get hooks(): Entry[] {
    const hooks = this.section('hooks')?.value
    if (hooks?.kind === 'mapping') return [...hooks.entries]
    if (hooks?.kind !== 'sequence') return []
    return hooks.items.flatMap((item) => (item.kind === 'mapping' ? item.entries : []))
  }
}

const keyLike = (mapping: Node | undefined, name: string): Node | undefined =>
  mapping?.kind === 'mapping' ? mapping.entries.find((entry) => entry.key.text.toLowerCase() === name)?.value : undefined

function platformOf(root: Mapping): Platform | undefined {
  const resources = keyLike(root, 'resources')
  if (resources) {
    const items = resources.kind === 'sequence' ? resources.items : []
    for (const item of items) {
      for (const entry of item.kind === 'mapping' ? item.entries : []) {
        const type = keyLike(entry.value, 'type')
        if (type?.kind === 'scalar' && /ECS/i.test(type.text)) return 'ecs'
        if (type?.kind === 'scalar' && /Lambda/i.test(type.text)) return 'lambda'
        if (entry.key.text === 'TargetService' || keyLike(keyLike(entry.value, 'properties'), 'taskdefinition')) return 'ecs'
        if (keyLike(keyLike(entry.value, 'properties'), 'targetversion')) return 'lambda'
      }
    }
  }
  if (['os', 'files', 'permissions'].some((name) => keyLike(root, name) !== undefined)) return 'server'
  const hooks = keyLike(root, 'hooks')
  if (hooks?.kind === 'mapping') return 'server'
  if (at(hooks, 0)?.kind === 'mapping' && resources) return undefined
  return resources ? undefined : 'server'
}
