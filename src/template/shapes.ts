import type { Node } from '../source/tree.ts'
import { canHold, type Shape, type When } from '../values.ts'
import { isStray } from './intrinsics.ts'
import type { Template } from './template.ts'

/** A shape that a value has under a condition; `nothing` for null and for what is absent. */
export interface ShapeCase {
  readonly shape: Shape | 'nothing'
  /** The value, or the function through which it comes. */
  readonly node: Node
  readonly when: When
}

/** The shapes that a value can have, whatever the value; those that cannot be told are left out. */
export function shapesOf(template: Template, node: Node, when: When): ShapeCase[] {
  const found: ShapeCase[] = []
  for (const fact of template.resolver.resolve(node, when)) {
    if (!canHold(fact.when)) continue
    if (fact.state === 'absent') found.push({ shape: 'nothing', node: fact.node, when: fact.when })
    else if (fact.state === 'unknown') {
      if (fact.shape) found.push({ shape: fact.shape, node: fact.node, when: fact.when })
    } else if (!isTold(fact.value)) {
      const { kind } = fact.value
      const shape = kind === 'sequence' ? 'list' : kind === 'mapping' ? 'map' : fact.value.value === null ? 'nothing' : 'string'
      // A parameter's default is not at fault: the place that uses it is.
      found.push({ shape, node: fact.via ?? fact.node, when: fact.when })
    }
  }
  return found
}

/** Whether what is wrong with it is told by rules about functions, or of a key that is no text. */
export const isTold = (node: Node): boolean =>
  node.kind === 'mapping' && (isStray(node) || node.entries.some(({ key }) => key.text === '?'))

/** How messages call a shape. */
export const SHAPES: Readonly<Record<ShapeCase['shape'], string>> = {
  string: 'text',
  list: 'a list',
  number: 'a number',
  boolean: 'a boolean',
  map: 'a map',
  nothing: 'null',
}
