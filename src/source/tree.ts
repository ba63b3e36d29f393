/** The positioned tree: what every document becomes before anything is understood of it. */

/** UTF-16 offsets into the text, half open. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

interface Base {
  /** For a scalar the written text with its quotes; for a collection from its first to its last character. */
  readonly span: Span
  /** The collection that holds this node; null at the root. An aliased node belongs to the place of its anchor. */
  parent: Mapping | Sequence | null
  /** The key under which a mapping holds this node. */
  key: Scalar | null
  /** The position in a sequence; -1 elsewhere. */
  index: number
}

export interface Scalar extends Base {
  readonly kind: 'scalar'
  /** As YAML 1.1 or JSON types it. Timestamps stay text. */
  readonly value: string | number | boolean | null
  /** The text itself, unquoted and unescaped, before any typing: `0644` for `0644`. */
  readonly text: string
  readonly style: ScalarStyle
}

export interface Entry {
  readonly key: Scalar
  readonly value: Node
  /** Brought in by a merge key (`<<`). */
  readonly merged?: true
}

export interface Mapping extends Base {
  readonly kind: 'mapping'
  /** In the order of the document, duplicates included. */
  readonly entries: readonly Entry[]
  /** The short-form tag that this mapping stands for: `!Sub x` is `{ Fn::Sub: x }` with tag `!Sub`. */
  readonly tag?: string
}

export interface Sequence extends Base {
  readonly kind: 'sequence'
  readonly items: readonly Node[]
}

export type Node = Scalar | Mapping | Sequence

/** A document of more than this many nodes (aliases counted at each use) is refused: no template comes near it. */
export const MAX_NODES = 2_000_000

/** Deeper nesting than this is refused; CloudFormation itself stops far earlier. It also bounds every recursion over a tree. */
export const MAX_DEPTH = 250

const byName = new WeakMap<Mapping, Map<string, Entry>>()

/** The entry of that name; of duplicates the last one, as CloudFormation and most loaders take it. */
export function entryOf(node: Node | null | undefined, name: string): Entry | undefined {
  if (node?.kind !== 'mapping') return undefined
  const { entries } = node
  if (entries.length <= 8) {
    for (let i = entries.length - 1; i >= 0; i--) {
      const entry = entries[i]
      if (entry?.key.text === name) return entry
    }
    return undefined
  }
  let index = byName.get(node)
  if (!index) {
    index = new Map(entries.map((entry) => [entry.key.text, entry]))
    byName.set(node, index)
  }
  return index.get(name)
}

/** The value under a key of a mapping; undefined when there is none or the node is no mapping. */
export const childOf = (node: Node | null | undefined, name: string): Node | undefined => entryOf(node, name)?.value

/** Follows keys and list positions; undefined where the way ends. */
export function at(node: Node | null | undefined, ...steps: (string | number)[]): Node | undefined {
  let here: Node | undefined = node ?? undefined
  for (const step of steps) {
    here = typeof step === 'number' ? (here?.kind === 'sequence' ? here.items[step] : undefined) : childOf(here, step)
  }
  return here
}

/** `Resources/Fn/Properties/Timeout`: keys and list positions from the root, joined by slashes. A key has the path of its value. */
export function pathOf(node: Node): string {
  const isKey = node.kind === 'scalar' && node.parent?.kind === 'mapping' && node.key === null
  const steps: string[] = isKey ? [node.text] : []
  for (let here: Node | null = node; here; here = here.parent) {
    if (here.key) steps.push(here.key.text)
    else if (here.index >= 0) steps.push(String(here.index))
  }
  return steps.reverse().join('/')
}

/**
 * The smallest text that stands for a node: a scalar itself; for a collection the key that holds it, else (a list item)
 * its first key or scalar, else the brackets.
 */
export function spanOf(node: Node): Span {
  if (node.kind === 'scalar') {
    if (node.span.end > node.span.start || !node.key) return node.span
    return node.key.span
  }
  if (node.kind === 'mapping' && node.tag) return node.entries[0]?.key.span ?? node.span
  if (node.key) return node.key.span
  const first = node.kind === 'mapping' ? node.entries[0]?.key : node.items[0]
  return first ? spanOf(first) : node.span
}

/** All nodes below and including this one, in document order. A node under several aliases is visited once. */
export function* walk(root: Node): Generator<Node> {
  const seen = new Set<Node>()
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'scalar') {
      yield node
      continue
    }
    if (seen.has(node)) continue
    seen.add(node)
    yield node
    if (node.kind === 'mapping') {
      for (let i = node.entries.length - 1; i >= 0; i--) stack.push((node.entries[i] as Entry).value)
    } else {
      for (let i = node.items.length - 1; i >= 0; i--) stack.push(node.items[i] as Node)
    }
  }
}

/** A scalar that the document does not hold but that stands for one of its places (a folded `Fn::Sub`, say). */
export function derived(at: Node, value: string | number | boolean, span: Span = at.span): Scalar {
  return { kind: 'scalar', value, text: String(value), style: 'plain', span, parent: at.parent, key: at.key, index: at.index }
}

/** Links children to their collection and returns it. */
export function adopt<T extends Mapping | Sequence>(node: T): T {
  if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      key.parent ??= node
      if (value.parent) continue
      value.parent = node
      value.key = key
    }
  } else {
    node.items.forEach((item, index) => {
      if (item.parent) return
      item.parent = node
      item.index = index
    })
  }
  return node
}
