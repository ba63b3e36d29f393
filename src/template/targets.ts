import { childOf, type Node } from '../source/tree.ts'
import type { Properties, When } from '../values.ts'
import { branchesOf, type Lead, leadsOf } from './leads.ts'
import { canonical } from './logic.ts'
import type { Resource, Template } from './template.ts'

/** A value as it is written, functions unresolved. */
export interface Written {
  readonly node: Node
  readonly when: When
  /** The mapping that holds it; of an item, the one that holds the list. */
  readonly holder: Properties
}

/** What is written at a path. @param path keys joined by dots, `*` for every item of a list or every value of a map */
export function nodesAt(of: Properties, path: string): Written[] {
  const [step] = path.split('.') as [string]
  const inner = path.slice(step.length + 1).replace(/^\*\./, '')
  const node = childOf(of.node, step)
  if (!node) return []
  if (inner === '') return [{ node, when: of.when, holder: of }]
  if (inner !== '*') return of.items(step).flatMap((item) => nodesAt(item, inner))
  return of.facts(step).flatMap((fact) => {
    if (fact.state !== 'known') return []
    const { value, when } = fact
    const nodes = value.kind === 'sequence' ? value.items : value.kind === 'mapping' ? value.entries.map((entry) => entry.value) : []
    return nodes.map((item) => ({ node: item, when, holder: of }))
  })
}

/** The resources of the template that a property leads to, of these types if any are given. @param path as for `nodesAt` */
export const leadsAt = (template: Template, of: Properties, path: string, ...types: readonly string[]): Lead[] =>
  nodesAt(of, path)
    .flatMap(({ node, when }) => leadsOf(template, node, when))
    .filter(({ resource }) => types.length === 0 || types.includes(resource.type))

/** What a property of a resource names: a resource of the template, or whatever a text or a parameter stands for. */
export interface Target {
  /** undefined for what the template does not hold. */
  readonly resource: Resource | undefined
  /** Equal for two values that are certain to name the same thing. */
  readonly key: string
  readonly node: Node
  readonly when: When
}

/**
 * What a property names, in each case of conditions. `Ref` of a resource and any attribute of it name the same.
 * @param path keys joined by dots
 */
export function targetsOf(template: Template, of: Properties, path: string): Target[] {
  return nodesAt(of, path).flatMap(({ node, when }) =>
    branchesOf(template, node, when).map((branch) => {
      const [lead] = leadsOf(template, branch.node, branch.when)
      return lead
        ? { resource: lead.resource, key: lead.resource.id, node: lead.node, when: lead.when }
        : { resource: undefined, key: `=${canonical(branch.node)}`, node: branch.node, when: branch.when }
    }),
  )
}

/** Whether two values name different things for certain: two resources of the template. */
export const differ = (a: Target, b: Target): boolean => a.resource !== undefined && b.resource !== undefined && a.key !== b.key
