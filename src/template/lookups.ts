import { type Entry, entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { both, canHold, type Resolver, type When } from '../values.ts'
import { type Call, callOf, isLoop } from './intrinsics.ts'
import { literalOf } from './logic.ts'
import { mergeTexts } from './resolver.ts'
import type { Template } from './template.ts'

/** Two keys that only the service knows reach every leaf of a mapping; more than this many are not looked at. */
const MAX_LOOKUPS = 1000

/** One case of a `Fn::FindInMap`: the leaf that it finds, or what is not there. */
export type Lookup = { readonly when: When } & (
  | { readonly state: 'found'; readonly value: Node }
  /** The map, or a key, is known only to the service, or the map may hold more than is written. */
  | { readonly state: 'unknown' }
  /** The key is known only to the service and is none of those that there are; told where there is a DefaultValue. */
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
  return new LookUp(template, resolve, first, second, defaultOf(call) !== undefined).cases(name, when)
}

class LookUp {
  readonly #found: Lookup[] = []

  constructor(
    private readonly template: Template,
    private readonly resolve: Resolver['resolve'],
    private readonly first: Node,
    private readonly second: Node,
    private readonly hasDefault: boolean,
  ) {}

  cases(name: Node, under: When): Lookup[] {
    const { template } = this
    for (const { text, node, when } of this.#texts(name, under)) {
      const entry = text === undefined ? undefined : template.sectionEntries('Mappings').find(({ key }) => key.text === text)
      if (entry?.value.kind === 'mapping' && !isOpen(entry.value)) this.#rows(entry.key.text, entry.value, when)
      else if (text === undefined || entry || template.isOpen('Mappings')) this.#found.push({ state: 'unknown', when })
      else this.#found.push({ state: 'no-mapping', name: text, node, argument: name, when })
    }
    return this.#found
  }

  #rows(mapping: string, rows: Mapping, under: When): void {
    this.#entries(rows, this.first, under, (entry, when, text, node) => {
      if (entry) this.#leaves(mapping, entry, text !== undefined, when)
      else {
        const keys = keysOf(rows)
        this.#found.push({
          state: 'no-first',
          mapping,
          row: undefined,
          sure: true,
          key: text ?? '',
          node,
          argument: this.first,
          keys,
          when,
        })
      }
    })
  }

  #leaves(mapping: string, { key, value }: Entry, sure: boolean, under: When): void {
    if (value.kind !== 'mapping' || isOpen(value)) {
      this.#found.push({ state: 'unknown', when: under })
      return
    }
    this.#entries(value, this.second, under, (entry, when, text, node) => {
      if (entry) this.#found.push({ state: 'found', value: entry.value, when })
      else {
        const keys = keysOf(value)
        this.#found.push({ state: 'no-second', mapping, row: key.text, sure, key: text ?? '', node, argument: this.second, keys, when })
      }
    })
  }

  /** The entries that a key reaches: one, or none, for a known key; every one for a key that only the service knows. */
  #entries(
    mapping: Mapping,
    key: Node,
    under: When,
    reach: (entry: Entry | undefined, when: When, text: string | undefined, node: Node) => void,
  ): void {
    for (const { text, node, when } of this.#texts(key, under)) {
      if (text !== undefined) {
        reach(entryOf(mapping, text), when, text, node)
        continue
      }
      const { logic } = this.template
      const is = logic.choiceOf(node)
      for (const entry of mapping.entries) {
        if (!canBe(node, entry.key.text)) continue
        const chosen = both(when, is(entry.key.text))
        if (canHold(chosen)) reach(entry, chosen, undefined, node)
        else if (chosen.formula < 0) this.#found.push({ state: 'unknown', when: chosen })
        if (this.#found.length > MAX_LOOKUPS) return
      }
      if (!this.hasDefault) continue
      const other = both(when, logic.isNot(node, keysOf(mapping)))
      if (canHold(other)) this.#found.push({ state: 'unlisted', when: other })
    }
  }

  /** The texts that a node can be; text undefined, and the expression that decides, for one that only the service knows. */
  #texts(node: Node, when: When): readonly Text[] {
    const cases = this.resolve(node, when).map((fact) => {
      const known = fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.value !== null
      return { text: known ? literalOf(fact.value as Scalar) : undefined, node: fact.node, when: fact.when }
    })
    // Of two things that are not known either may be the key.
    return cases.filter((one) => one.text === undefined).length > 1 ? cases : mergeTexts(cases)
  }
}

interface Text {
  readonly text: string | undefined
  readonly node: Node
  readonly when: When
}

const keysOf = (mapping: Mapping): string[] => mapping.entries.map((entry) => entry.key.text)

const isOpen = (mapping: Mapping): boolean => mapping.entries.some(({ key }) => key.text === 'Fn::Transform' || isLoop(key.text))

/** Whether a pseudo parameter can have a value: a row that is called `AMI` is none for `AWS::Region`. */
function canBe(node: Node, text: string): boolean {
  const call = callOf(node)
  if (call?.name !== 'Ref' || call.argument.kind !== 'scalar') return true
  if (call.argument.text === 'AWS::Region') return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text)
  return call.argument.text !== 'AWS::AccountId' || /^\d{12}$/.test(text)
}
