import type { Node, Scalar, Span } from '../source/tree.ts'
import { callOf, isLoop } from './intrinsics.ts'
import type { Resource, Template } from './template.ts'

/** A `{{resolve:…}}` in a text, or the beginning of one that `Fn::Join` goes on with. */
export interface DynamicReference {
  /** From the braces to the braces, as far as it stands in this text. */
  readonly text: string
  /** What stands between the colons behind `resolve`; variables of `Fn::Sub` count as written. */
  readonly parts: readonly string[]
  /** Whether its end stands in the same text. */
  readonly isWhole: boolean
  /** Whether it has a variable of `Fn::Sub` in it. */
  readonly isFilledIn: boolean
  readonly node: Scalar
  readonly span: Span
  /** The top-level key that it stands below. */
  readonly section: string
  readonly resource: Resource | undefined
  /** The keys from the entry of the section down, functions and positions left out: `Properties`, `MasterUserPassword`. */
  readonly path: readonly string[]
}

/** Every dynamic reference of a template, in document order. */
export function dynamicReferencesOf(template: Template): DynamicReference[] {
  // Loops written out would show theirs several times; the source shows each once.
  if (!template.source.text.includes('{{resolve:')) return []
  const found: DynamicReference[] = []
  const seen = new Set<Node>()
  const visit = (node: Node, keys: readonly string[], isSub: boolean): void => {
    if (node.kind === 'scalar') {
      if (typeof node.value === 'string') for (const one of inText(template, node, keys, isSub)) found.push(one)
      return
    }
    if (seen.has(node)) return
    seen.add(node)
    if (node.kind === 'sequence') for (const item of node.items) visit(item, keys, isSub)
    else {
      const call = callOf(node)
      for (const { key, value } of node.entries) {
        const isFunction = key.text.startsWith('Fn::') || isLoop(key.text)
        visit(value, isFunction ? keys : [...keys, key.text], call?.name === 'Fn::Sub')
      }
    }
  }
  visit(template.root, [], false)
  return found
}

function* inText(template: Template, node: Scalar, keys: readonly string[], isSub: boolean): Generator<DynamicReference> {
  for (const match of node.text.matchAll(/\{\{resolve:((?:\$\{[^{}]*\}|[^{}])*)(\}\})?/g)) {
    const [text, inner, end] = match as unknown as [string, string, string | undefined]
    const [section = '', owner = '', ...path] = keys
    yield {
      text,
      parts: splitOutsideVariables(inner),
      isWhole: end !== undefined,
      isFilledIn: isSub && inner.includes('${'),
      node,
      span: template.partOf(node, match.index, match.index + text.length),
      section,
      resource: section === 'Resources' ? template.resources.get(owner) : undefined,
      path,
    }
  }
}

/** At every colon that is not part of `${AWS::Region}`. */
function splitOutsideVariables(text: string): string[] {
  return text.split(/:(?![^{}]*\})/)
}
