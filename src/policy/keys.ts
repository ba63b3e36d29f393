import type { Node } from '../source/tree.ts'
import { leadsAt } from '../template/targets.ts'
import type { Resource } from '../template/template.ts'
import { jointly, type When } from '../values.ts'

/** A KMS key of the template that a property leads to. */
export interface KeyUse {
  readonly key: Resource
  /** Of the property's own value: an attribute, or undefined for what `Ref` gives. */
  readonly attribute: string | undefined
  /** The alias through which it leads there. */
  readonly alias: Resource | undefined
  /** What has to be edited to use another key. */
  readonly node: Node
  readonly when: When
}

/**
 * The KMS keys of the template that a property leads to, through an alias too. Nothing for keys that are given by ARN, by name,
 * by parameter or by another stack.
 * @param path keys joined by dots, `*` for every item of a list
 */
export const keysAt = (holder: Resource, path: string): KeyUse[] => usesAt(holder, path, true)

/** @param throughAliases not those of an alias itself, which may name itself */
const usesAt = (holder: Resource, path: string, throughAliases: boolean): KeyUse[] =>
  leadsAt(holder.template, holder, path).flatMap(({ resource, attribute, node, when }): KeyUse[] => {
    if (resource.type === 'AWS::KMS::Key') return [{ key: resource, attribute, alias: undefined, node, when }]
    if (resource.type !== 'AWS::KMS::Alias' || !throughAliases) return []
    return usesAt(resource, 'TargetKeyId', false).flatMap(({ key, when: under }) => {
      const joint = jointly(when, under)
      return joint ? [{ key, attribute, alias: resource, node, when: joint }] : []
    })
  })
