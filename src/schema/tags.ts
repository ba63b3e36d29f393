import type { Node } from '../source/tree.ts'
import type { Resource } from '../template/template.ts'
import { type Count, countItems, Known, Properties, string } from '../values.ts'

/** The tags of one thing: a resource, or what a launch template or an instance makes. */
export interface TagSet {
  /** The list or the map. */
  readonly node: Node
  /** Every key that is known. */
  readonly keys: readonly Known<string>[]
  /** The greatest number of tags that there can be. */
  readonly most: Count
}

/** Tags that are given to other things than the resource itself. */
const MORE_PATHS = ['TagSpecifications', 'LaunchTemplateData.TagSpecifications']

const found = new WeakMap<Resource, readonly TagSet[]>()

/** Every set of tags that a resource gives, found once. */
export function tagSets(resource: Resource): readonly TagSet[] {
  let sets = found.get(resource)
  if (!sets) {
    sets = findSets(resource)
    found.set(resource, sets)
  }
  return sets
}

function findSets(resource: Resource): TagSet[] {
  const schema = resource.template.schemas?.type(resource.type)
  if (!schema) return []
  const inner = MORE_PATHS.flatMap((path) => ((path.split('.')[0] as string) in schema.p ? resource.items(path) : []))
  return [
    ...(schema.tags ? setsOf(resource, schema.tags, resource) : []),
    ...inner.flatMap((specification) => setsOf(specification, 'Tags', resource)),
  ]
}

function setsOf(properties: Properties, path: string, resource: Resource): TagSet[] {
  const { resolver } = resource.template
  const sets: TagSet[] = []
  for (const fact of properties.facts(path)) {
    if (fact.state !== 'known') continue
    const { value: node, when } = fact
    if (node.kind === 'sequence') {
      const tags = node.items.flatMap((item) => resolver.resolve(item, when))
      const keys = tags.flatMap((tag) =>
        tag.state === 'known' && tag.value.kind === 'mapping' ? new Properties(tag.value, tag.when, resolver).known('Key', string) : [],
      )
      sets.push({ node, keys, most: countItems(node.items, when, resolver).most })
    } else if (node.kind === 'mapping') {
      const entries = node.entries.filter(({ key }) => !key.text.startsWith('Fn::'))
      sets.push({
        node,
        keys: entries.map(({ key }) => new Known(key.text, key, when)),
        most: countItems(
          entries.map(({ value }) => value),
          when,
          resolver,
        ).most,
      })
    }
  }
  return sets
}
