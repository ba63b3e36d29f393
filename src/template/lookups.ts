import { type Entry, entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { both, canHold, type Resolver, type When } from '../values.ts'
import { type Call, isLoop } from './intrinsics.ts'
import { literalOf } from './logic.ts'
import type { Template } from './template.ts'

/** One case of a `Fn::FindInMap`: the leaf that it finds, or what is not there. */
export type Lookup = { readonly when: When } & (
  | { readonly state: 'found'; readonly value: Node }
  /** The map, or a key, is known only to the service, or the map may hold more than is written. */
  | { readonly state: 'unknown' }
  /** The key is known only to the service and is none of those that there are. */
  | { readonly state: 'unlisted' }
  | { readonly state: 'no-mapping'; readonly name: string; readonly node: Node; readonly argument: Node }
  | Missing
)

/** A first key that a mapping lacks, or a second key that one of its rows lacks. */
export interface Missing {
  readonly state: 'no-first' | 'no-second'
  readonly when: When
  readonly mapping: string
  /** The first key that was found. */
  readonly row: string | undefined
  /** Whether the row is the one meant; false where the first key is known only to the service and may be any. */
  readonly sure: boolean
  readonly key: string
  /** Where the key's value is written, and the argument that it came through. */
  readonly node: Node
  readonly argument: Node
  /** The keys that there are. */
  readonly keys: readonly string[]
}

/** The value under `DefaultValue` of a `Fn::FindInMap`. */
export function defaultOf(call: Call): Node | undefined {
  const options = call.argument.kind === 'sequence' ? call.argument.items[3] : undefined
  return entryOf(options, 'DefaultValue')?.value
}

/**
 * Every case of a `Fn::FindInMap` under a condition, its `DefaultValue` left out of account.
 * @param resolve what gives the values of the arguments
 */
export function lookUp(template: Template, call: Call, when: When, resolve: Resolver['resolve']): Lookup[] {
  const [name, first, second] = call.argument.kind === 'sequence' ? call.argument.items : []
  if (!name || !first || !second) return [{ state: 'unknown', when }]
  return new LookUp(template, resolve, first, second).cases(name, when)
}

class LookUp {
  constructor(
    private readonly template: Template,
    private readonly resolve: Resolver['resolve'],
    private readonly first: Node,
    private readonly second: Node,
  ) {}

  cases(name: Node, when: When): Lookup[] {
    return this.#texts(name, when).flatMap(({ text, node, when }): Lookup[] => {
      if (text === undefined) return [{ state: 'unknown', when }]
      const mapping = this.template.sectionEntries('Mappings').find((entry) => entry.key.text === text)
      if (!mapping)
        return this.template.isOpen('Mappings')
          ? [{ state: 'unknown', when }]
          : [{ state: 'no-mapping', name: text, node, argument: name, when }]
      return mapping.value.kind === 'mapping' && !isOpen(mapping.value)
        ? this.#rows(text, mapping.value, when)
        : [{ state: 'unknown', when }]
    })
  }

  #rows(mapping: string, rows: Mapping, when: When): Lookup[] {
    return this.#entries(rows, this.first, when).flatMap(({ text, node, entry, when }): Lookup[] => {
      if (entry === 'undecided') return [{ state: 'unknown', when }]
      if (entry === 'unlisted') return [{ state: 'unlisted', when }]
      if (entry) return this.#leaves(mapping, entry, text !== undefined, when)
      return [
        { state: 'no-first', mapping, row: undefined, sure: true, key: text ?? '', node, argument: this.first, keys: keysOf(rows), when },
      ]
    })
  }

  #leaves(mapping: string, row: Entry, sure: boolean, when: When): Lookup[] {
    const { value } = row
    if (value.kind !== 'mapping' || isOpen(value)) return [{ state: 'unknown', when }]
    return this.#entries(value, this.second, when).flatMap(({ text, node, entry, when }): Lookup[] => {
      if (entry === 'undecided') return [{ state: 'unknown', when }]
      if (entry === 'unlisted') return [{ state: 'unlisted', when }]
      if (entry) return [{ state: 'found', value: entry.value, when }]
      return [
        { state: 'no-second', mapping, row: row.key.text, sure, key: text ?? '', node, argument: this.second, keys: keysOf(value), when },
      ]
    })
  }

  /** The entries that a key reaches: one for a known key, every one for a key that only the service knows. */
  #entries(mapping: Mapping, key: Node, when: When): Reached[] {
    return this.#texts(key, when).flatMap(({ text, node, when }): Reached[] => {
      if (text !== undefined) return [{ text, node, entry: entryOf(mapping, text), when }]
      const { logic } = this.template
      const reached = mapping.entries.flatMap((entry): Reached[] => {
        const chosen = both(when, logic.is(node, entry.key.text))
        if (canHold(chosen)) return [{ text: undefined, node, entry, when: chosen }]
        return chosen.formula < 0 ? [{ text: undefined, node, entry: 'undecided', when: chosen }] : []
      })
      const other = both(when, logic.isNot(node, keysOf(mapping)))
      return canHold(other) ? [...reached, { text: undefined, node, entry: 'unlisted', when: other }] : reached
    })
  }

  /** The texts that a node can be; text undefined, and the expression that decides, for one that only the service knows. */
  #texts(node: Node, when: When): { text: string | undefined; node: Node; when: When }[] {
    return this.resolve(node, when).map((fact) => {
      const known = fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.value !== null
      return { text: known ? literalOf(fact.value as Scalar) : undefined, node: fact.node, when: fact.when }
    })
  }
}

interface Reached {
  readonly text: string | undefined
  readonly node: Node
  readonly entry: Entry | 'undecided' | 'unlisted' | undefined
  readonly when: When
}

const keysOf = (mapping: Mapping): string[] => mapping.entries.map((entry) => entry.key.text)

const isOpen = (mapping: Mapping): boolean => mapping.entries.some(({ key }) => key.text === 'Fn::Transform' || isLoop(key.text))
