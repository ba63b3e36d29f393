import type { Node } from '../source/tree.ts'
import type { Fact, Properties } from '../values.ts'

/** A case of a property, or of an item of the list that it holds. */
export interface NamedValue {
  readonly name: string
  readonly fact: Fact
}

/** Every case of every property of these names, at any depth; of a list, of each of its items. */
export function valuesNamed(of: Properties, isName: (name: string) => boolean): NamedValue[] {
  // Few resources have such a property: only those are followed through their conditions.
  if (!mentions(of.node, isName)) return []
  const found: NamedValue[] = []
  for (const { key, fact } of of.inner()) {
    const isList = fact.state === 'known' && fact.value.kind === 'sequence'
    if (isName(key) && !isList) found.push({ name: key, fact })
  }
  return found
}

function mentions(node: Node, isName: (name: string) => boolean): boolean {
  if (node.kind === 'sequence') return node.items.some((item) => mentions(item, isName))
  return node.kind === 'mapping' && node.entries.some(({ key, value }) => isName(key.text) || mentions(value, isName))
}
