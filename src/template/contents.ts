import { embed } from '../source/embedded.ts'
import { entryOf } from '../source/tree.ts'
import { both, canHold, OPAQUE_AWARE, Properties } from '../values.ts'
import type { Resource } from './template.ts'
import { textsAt } from './texts.ts'

/**
 * The documents that a property holds, as an object or as JSON or YAML text, read as properties are: what is unknown of a text
 * is unknown of what it holds. Nothing for a text that cannot be read as a map.
 * @param property a key of the resource itself, no path
 */
export function contentsOf(resource: Resource, property: string): Properties[] {
  const { template } = resource
  const node = entryOf(resource.node, property)?.value
  if (!node) return []
  const objects = template.resolver.resolve(node, resource.when).flatMap((fact) => {
    const isMap = fact.state === 'known' && fact.value.kind === 'mapping' && canHold(fact.when)
    return isMap && fact.value.kind === 'mapping' ? [new Properties(fact.value, fact.when, template.resolver)] : []
  })
  const texts = textsAt(template, node, resource.when).flatMap(({ text, host, when }) => {
    const { root, problems } = embed(template.source, host, text)
    const isWhole = root?.kind === 'mapping' && !problems.some(({ code }) => code === 'syntax-error')
    return isWhole && root?.kind === 'mapping' ? [new Properties(root, both(resource.when, when), OPAQUE_AWARE)] : []
  })
  return [...objects, ...texts]
}
