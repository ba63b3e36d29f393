import { adopt, type Entry, entryOf, type Mapping, type Node, type Scalar, type Sequence } from '../source/tree.ts'
import { callOf, isLoop } from './intrinsics.ts'
import { Parameter, splitList } from './parameters.ts'

/** More copies of loop bodies than this stay unexpanded, and so unknown; a template holds 500 resources at most. */
const MAX_COPIES = 2000

/**
 * The template with every `Fn::ForEach` over known items written out. Copies keep the places of what they were copied
 * from. A loop whose items only the service knows, or that is malformed, stays as it is.
 */
export function expandLoops(root: Mapping): Mapping {
  const loops = new Loops(entryOf(root, 'Parameters')?.value)
  return loops.needed(root) ? (loops.expand(root, new Map()) as Mapping) : root
}

type Variables = ReadonlyMap<string, string>

class Loops {
  #copies = 0
  constructor(private readonly parameters: Node | undefined) {}

  needed(node: Node): boolean {
    if (node.kind === 'scalar') return false
    if (node.kind === 'sequence') return node.items.some((item) => this.needed(item))
    return node.entries.some((entry) => isLoop(entry.key.text) || this.needed(entry.value))
  }

  expand(node: Node, variables: Variables): Node {
    if (node.kind === 'scalar') return this.#scalar(node, variables)
    if (node.kind === 'sequence') {
      return adopt<Sequence>({ ...node, items: node.items.map((item) => this.expand(item, variables)), parent: null, key: null, index: -1 })
    }
    const reference = callOf(node)
    if (reference?.name === 'Ref' && reference.argument.kind === 'scalar') {
      const value = variables.get(reference.argument.text)
      if (value !== undefined) return scalarAt(reference.argument, value)
    }
    const entries = node.entries.flatMap((entry) => this.#entry(entry, variables))
    return adopt<Mapping>({ ...node, entries, parent: null, key: null, index: -1 })
  }

  #entry(entry: Entry, variables: Variables): Entry[] {
    const { key, value } = entry
    if (isLoop(key.text)) {
      const copies = this.#loop(value, variables)
      if (copies) return copies
      // Unknown items: the loop stays, unexpanded, and makes its mapping open.
      return [{ ...entry, key: fresh(key), value: this.expand(value, variables) }]
    }
    return [{ ...entry, key: this.#scalar(key, variables), value: this.expand(value, variables) }]
  }

  #loop(value: Node, variables: Variables): Entry[] | undefined {
    if (value.kind !== 'sequence' || value.items.length !== 3) return undefined
    const [identifier, collection, body] = value.items
    if (identifier?.kind !== 'scalar' || body?.kind !== 'mapping' || !collection) return undefined
    const items = this.#items(this.expand(collection, variables))
    if (!items) return undefined
    const entries: Entry[] = []
    for (const item of items) {
      if (++this.#copies > MAX_COPIES) return undefined
      const inner = new Map(variables).set(identifier.text, item)
      for (const entry of body.entries) entries.push(...this.#entry(entry, inner))
    }
    return entries
  }

  /** The items of a collection: literal texts, or the default of a list parameter. */
  #items(collection: Node): string[] | undefined {
    const call = callOf(collection)
    if (call?.name === 'Ref' && call.argument.kind === 'scalar') {
      const entry = entryOf(this.parameters, call.argument.text)
      const parameter = entry && new Parameter(entry, undefined)
      if (!parameter?.isList || parameter.isOpaque || !parameter.default) return undefined
      return splitList(parameter.default).items.map((item) => (item as Scalar).text)
    }
    if (collection.kind !== 'sequence') return undefined
    const items: string[] = []
    for (const item of collection.items) {
      if (item.kind === 'scalar') items.push(item.text)
      else {
        const inner = callOf(item) ? this.#items(item) : undefined
        if (!inner) return undefined
        items.push(...inner)
      }
    }
    return items
  }

  #scalar(node: Scalar, variables: Variables): Scalar {
    if (variables.size === 0 || !/[$&]\{/.test(node.text)) return fresh(node)
    let { text } = node
    for (const [name, value] of variables) {
      text = text.replaceAll(`\${${name}}`, value).replaceAll(`&{${name}}`, value.replace(/[^A-Za-z0-9]/g, ''))
    }
    return text === node.text ? fresh(node) : { ...scalarAt(node, text), style: node.style }
  }
}

const fresh = (node: Scalar): Scalar => ({ ...node, parent: null, key: null, index: -1 })

const scalarAt = (node: Scalar, text: string): Scalar => ({ ...fresh(node), value: text, text })
