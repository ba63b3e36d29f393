import type { Node } from '../source/tree.ts'
import { callOf } from '../template/intrinsics.ts'
import { OPAQUE, WORD } from '../text.ts'
import type { When } from '../values.ts'
import type { PolicyDocument } from './policy.ts'

/** The least number of characters that a policy can have as JSON without white space, which is what IAM counts. */
export const leastLength = (policy: PolicyDocument): number => lengthOf(policy, policy.node, policy.when) ?? 0

/** undefined for what may be left out. */
function lengthOf(policy: PolicyDocument, node: Node, when: When): number | undefined {
  const lengths = policy.resolve(node, when).map((fact): number | undefined => {
    if (fact.state === 'absent') return undefined
    if (fact.state === 'unknown') return callOf(fact.node) ? 0 : textLength(fact.node)
    const { value } = fact
    if (value.kind === 'scalar') return textLength(value)
    const parts: number[] = []
    if (value.kind === 'sequence') {
      for (const item of value.items) {
        const length = lengthOf(policy, item, fact.when)
        if (length !== undefined) parts.push(length)
      }
    } else {
      for (const entry of value.entries) {
        const length = lengthOf(policy, entry.value, fact.when)
        if (length !== undefined) parts.push(textLength(entry.key) + 1 + length)
      }
    }
    return 2 + parts.reduce((sum, length) => sum + length, 0) + Math.max(0, parts.length - 1)
  })
  return lengths.some((length) => length === undefined) ? undefined : Math.min(...(lengths as number[]))
}

function textLength(node: Node): number {
  if (node.kind !== 'scalar') return 0
  const text = node.text.replaceAll(OPAQUE, '').replaceAll(WORD, '').replace(/\s/g, '')
  return typeof node.value === 'string' ? text.length + 2 : text.length
}
