import { embed } from '../source/embedded.ts'
import type { Problem, Source } from '../source/source.ts'
import { childOf, type Mapping, type Node } from '../source/tree.ts'
import { OPAQUE } from '../text.ts'
import { canHold, OPAQUE_AWARE, Properties, type Resolver, type When } from '../values.ts'
import { callOf } from './intrinsics.ts'
import { branchesOf } from './leads.ts'
import type { Resource, Template } from './template.ts'
import { type EmbeddedText, textsAt } from './texts.ts'

/** A map that a value holds, written as one or as JSON or YAML text; or a text that holds none. */
export interface Content {
  /** Positioned in the template, also where the map stands as text. */
  readonly source: Source
  /** The map; undefined where a text holds none. */
  readonly node: Mapping | undefined
  readonly when: When
  /** What is unknown of a text is unknown of what it holds. */
  readonly resolver: Resolver
  /** The text that it stands as; undefined for what is written as a map. */
  readonly text: EmbeddedText | undefined
  /** What the parser stumbles over. */
  readonly problem: Problem | undefined
}

/** Every case of a value that is a document of its own. */
export function contentsAt(template: Template, node: Node, when: When): Content[] {
  return branchesOf(template, node, when).flatMap((branch) => {
    const call = callOf(branch.node)
    const value = call?.name === 'Fn::ToJsonString' ? call.argument : branch.node
    const found: Content[] = []
    for (const fact of template.resolver.resolve(value, branch.when)) {
      if (fact.state !== 'known' || fact.value.kind !== 'mapping' || !canHold(fact.when)) continue
      const { source, resolver } = template
      found.push({ source, node: fact.value, when: fact.when, resolver, text: undefined, problem: undefined })
    }
    for (const text of textsAt(template, value, branch.when)) {
      const source = embed(template.source, text.host, text.text)
      const problem = source.problems.find(({ code }) => code === 'syntax-error')
      const root = source.root?.kind === 'mapping' ? source.root : undefined
      found.push({ source, node: root, when: text.when, resolver: OPAQUE_AWARE, text, problem })
    }
    return found
  })
}

/** The maps that a property holds, read as properties are. @param property a key of the resource itself, no path */
export function contentsOf(resource: Resource, property: string): Properties[] {
  const node = childOf(resource.node, property)
  const contents = node ? contentsAt(resource.template, node, resource.when) : []
  return contents.flatMap(({ node: map, when, resolver, problem }) => (map && !problem ? [new Properties(map, when, resolver)] : []))
}

/** Whether what is unknown of a JSON text lies within its strings. */
export const isWholeJson = (text: string): boolean => !new RegExp(`\\$\\{|${OPAQUE}`).test(text.replace(/"(?:[^"\\]|\\.)*"/gs, ''))
