import type { Node } from '../source/tree.ts'
import type { Properties, When } from '../values.ts'
import { branchesOf, leadsOf } from './leads.ts'
import { canonical } from './logic.ts'
import type { Resource, Template } from './template.ts'

/** The nodes at a path, functions unresolved, each under its condition. */
export function nodesAt(of: Properties, path: string): { node: Node; when: When }[] {
  const [step, ...rest] = path.split('.') as [string, ...string[]]
  const entry = of.entries.findLast(({ key }) => key.text === step)
  if (!entry) return []
  if (rest.length === 0) return [{ node: entry.value, when: of.when }]
  if (rest[0] === '*') {
    const inner = rest.slice(1).join('.')
    if (inner) return of.items(step).flatMap((item) => nodesAt(item, inner))
    return of.facts(step).flatMap((fact) => {
      if (fact.state !== 'known') return []
      if (fact.value.kind === 'sequence') return fact.value.items.map((node) => ({ node, when: fact.when }))
      return fact.value.kind === 'mapping' ? fact.value.entries.map(({ value }) => ({ node: value, when: fact.when })) : []
    })
  }
  return of.items(step).flatMap((item) => nodesAt(item, rest.join('.')))
}

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
