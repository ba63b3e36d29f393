import { adopt, type Entry, entryOf, type Mapping, type Node, pathOf, type Span, spanOf } from './source/tree.ts'
import { type Diagram, FALSE, type Formula, TRUE, UNDECIDED } from './template/conditions.ts'
import { OPAQUE } from './text.ts'

/** When something holds: a formula over the document's conditions, and the conditions to name when speaking of it. */
export interface When {
  readonly formula: Formula
  /** `IsProd is true`, in the order met. Values of parameters are in the formula but not named here. */
  readonly because: readonly string[]
  /** What made the formula; null where nothing decides. */
  readonly diagram: Diagram | null
}

export const ALWAYS: When = { formula: TRUE, because: [], diagram: null }

abstract class FactAt {
  constructor(
    /** Where the value is written; for something absent, the mapping that lacks it or the `AWS::NoValue` that removes it. */
    readonly node: Node,
    readonly when: When,
    /** The function through which the value came to the property (the `Ref` to the parameter whose default `node` is). */
    readonly via: Node | undefined,
  ) {}

  get span(): Span {
    return spanOf(this.node)
  }

  get path(): string {
    return pathOf(this.node)
  }
}

/** The value, or one of the values, that a property has when `when` holds. */
export class Known<T = Node> extends FactAt {
  readonly state = 'known'
  constructor(
    readonly value: T,
    node: Node,
    when: When,
    via?: Node,
  ) {
    super(node, when, via)
  }
}

/** Whether a value is one that people may choose in place of the default of a parameter. */
export function isChosen(fact: Known<unknown>): boolean {
  const allowed = fact.node.parent
  const parameter = allowed?.parent
  if (!fact.via || parameter?.kind !== 'mapping' || entryOf(parameter, 'AllowedValues')?.value !== allowed) return false
  const fallback = entryOf(parameter, 'Default')?.value
  return fallback?.kind === 'scalar' && fact.node.kind === 'scalar' && fallback.text !== fact.node.text
}

/** Certainly not set when `when` holds. */
export class Absent extends FactAt {
  readonly state = 'absent'
  constructor(node: Node, when: When, via?: Node) {
    super(node, when, via)
  }
}

/** What AWS fixes of a value that only the service knows. */
export type Shape = 'string' | 'list' | 'number' | 'boolean' | 'map'

/** Only the service knows, at deploy time. It cannot be reported. */
export class Unknown {
  readonly state = 'unknown'
  constructor(
    readonly node: Node,
    readonly when: When,
    readonly shape: Shape | undefined,
  ) {}
}

export type Fact = Known | Absent | Unknown

/** What a value is wanted as. Scalars are coerced as CloudFormation does: `"5"` reads as the number 5. */
export interface Type<T> {
  readonly name: string
  /** undefined when the node is no such value. */
  read(node: Node): T | undefined
}

export const string: Type<string> = {
  name: 'string',
  read: (node) => (node.kind === 'scalar' && node.value !== null ? node.text : undefined),
}

export const number: Type<number> = {
  name: 'number',
  read(node) {
    if (node.kind !== 'scalar') return undefined
    if (typeof node.value === 'number') return node.value
    if (typeof node.value !== 'string' || !/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(node.value.trim())) return undefined
    return Number(node.value)
  },
}

export const boolean: Type<boolean> = {
  name: 'boolean',
  read(node) {
    if (node.kind !== 'scalar') return undefined
    if (typeof node.value === 'boolean') return node.value
    const text = node.text.toLowerCase()
    return text === 'true' ? true : text === 'false' ? false : undefined
  },
}

export const list: Type<readonly Node[]> = { name: 'list', read: (node) => (node.kind === 'sequence' ? node.items : undefined) }

export const map: Type<Mapping> = { name: 'map', read: (node) => (node.kind === 'mapping' ? node : undefined) }

export const anything: Type<Node> = { name: 'value', read: (node) => node }

/** What turns a node into the values that it can have. Documents without functions use LITERAL. */
export interface Resolver {
  /** Every case of a node under a condition; never empty unless the condition cannot hold. */
  resolve(node: Node, when: When): Fact[]
  /** Whether a mapping may hold keys that are not written in it (a macro, a loop). */
  open(node: Mapping): boolean
  /** Whether a mapping is just itself, under every condition. */
  isData(node: Mapping): boolean
}

export const LITERAL: Resolver = {
  resolve: (node, when) => [new Known(node, node, when)],
  open: () => false,
  isData: () => true,
}

/** For documents with unknown parts: what holds one is unknown, and a mapping with an unknown key can hold any key. */
export const OPAQUE_AWARE: Resolver = {
  resolve(node, when): Fact[] {
    if (node.kind === 'scalar' && node.text.includes(OPAQUE)) return [new Unknown(node, when, undefined)]
    return [new Known(node, node, when)]
  },
  open: (node: Mapping) => node.entries.some(({ key }) => key.text.includes(OPAQUE)),
  isData: () => true,
}

/** Both at once. The formula is FALSE when they exclude each other, UNDECIDED when that is too hard to tell. */
export function both(a: When, b: When): When {
  if (a === b || b.formula === TRUE) return a
  if (a.formula === TRUE) return b
  const because = b.because.every((text) => a.because.includes(text)) ? a.because : [...new Set([...a.because, ...b.because])]
  const diagram = a.diagram ?? b.diagram
  return { formula: diagram ? diagram.and(a.formula, b.formula) : UNDECIDED, because, diagram }
}

/** All of these at once; undefined where that cannot be shown to be possible. */
export function jointly(...whens: readonly When[]): When | undefined {
  const joint = whens.reduce(both, ALWAYS)
  return canHold(joint) ? joint : undefined
}

/** Either of the two; what decides is named only where both agree on it. */
export function either(a: When, b: When): When {
  const diagram = a.diagram ?? b.diagram
  if (!diagram) return ALWAYS
  return { formula: diagram.or(a.formula, b.formula), because: a.because.filter((text) => b.because.includes(text)), diagram }
}

/** The first without the second. What decides is named where the second is one condition. */
export function butNot(a: When, b: When): When {
  const diagram = a.diagram ?? b.diagram
  if (!diagram) return { formula: b.formula === FALSE ? a.formula : FALSE, because: a.because, diagram }
  const [only, ...others] = b.because
  const [, name, is] = (others.length === 0 && /^(.*) is (true|false)$/.exec(only ?? '')) || []
  const because = name ? [...new Set([...a.because, `${name} is ${is === 'true' ? 'false' : 'true'}`])] : a.because
  return { formula: diagram.and(a.formula, diagram.not(b.formula)), because, diagram }
}

/** Any of the cases that can be shown to be possible. */
function anyOf(facts: readonly Fact[]): When {
  const possible = facts.map((fact) => fact.when).filter(canHold)
  return possible.length ? possible.reduce(either) : { formula: FALSE, because: [], diagram: null }
}

/** Pairs of facts that can hold at once, each with the condition of the pair. */
export function* together<A, B>(some: Iterable<Known<A>>, others: Iterable<Known<B>>): Generator<[Known<A>, Known<B>]> {
  const list = [...others]
  for (const a of some) {
    for (const b of list) {
      const when = both(a.when, b.when)
      if (canHold(when)) yield [new Known(a.value, a.node, when, a.via), new Known(b.value, b.node, when, b.via)]
    }
  }
}

/** A mapping as rules see it: what its properties can be, each with its place and the condition under which it is so. */
export class Properties {
  constructor(
    readonly node: Mapping,
    /** Under which condition this mapping is there. */
    readonly when: When,
    protected readonly resolver: Resolver,
  ) {}

  get span(): Span {
    return spanOf(this.node)
  }

  get path(): string {
    return pathOf(this.node)
  }

  /**
   * Every value that the property can be shown to have; nothing when it is unknown or of another type.
   * @param path keys joined by dots; `*` stands for every item of a list or every value of a map
   */
  known<T>(path: string, type: Type<T>): Known<T>[] {
    const found: Known<T>[] = []
    for (const fact of this.facts(path)) {
      if (fact.state !== 'known') continue
      const value = type.read(fact.value)
      if (value !== undefined) found.push(new Known(value, fact.node, fact.when, fact.via))
    }
    return found
  }

  /** Every case in which the property is certainly missing. */
  absent(path: string): Absent[] {
    return this.facts(path).filter((fact) => fact.state === 'absent')
  }

  /** Every case in which the property is certainly missing, or an empty text or list. */
  lacking(path: string): When[] {
    return this.facts(path).flatMap((fact) =>
      fact.state === 'absent' || (fact.state === 'known' && isEmpty(fact.value)) ? [fact.when] : [],
    )
  }

  /** All cases; a value of another type is unknown. For the rare rule that must tell them apart. */
  possible<T>(path: string, type: Type<T>): (Known<T> | Absent | Unknown)[] {
    return this.facts(path).map((fact) => {
      if (fact.state !== 'known') return fact
      const value = type.read(fact.value)
      return value === undefined ? new Unknown(fact.node, fact.when, undefined) : new Known(value, fact.node, fact.when, fact.via)
    })
  }

  /** The same properties where, besides, something else holds. */
  under(when: When): Properties {
    return new Properties(this.node, both(this.when, when), this.resolver)
  }

  /** Every case of the property, untyped. */
  facts(path: string): Fact[] {
    onPathRead?.(this, path)
    const found: Fact[] = []
    this.#follow(this.node, this.when, stepsOf(path), 0, undefined, found)
    return found
  }

  /**
   * Every case in which the property is set, whether its value is known or not; nothing where even that is unknown.
   * @param path ends with a key
   */
  present(path: string): (Known | Unknown)[] {
    const dot = path.lastIndexOf('.')
    const name = path.slice(dot + 1)
    onPathRead?.(this, path)
    const holders: Fact[] = []
    this.#follow(this.node, this.when, stepsOf(dot < 0 ? '' : path.slice(0, dot)), 0, undefined, holders)
    return holders.flatMap((holder) => {
      const entry = holder.state === 'known' ? entryOf(holder.value, name) : undefined
      const { via } = holder as Known
      const cases = entry ? this.resolver.resolve(entry.value, holder.when) : []
      return cases.filter((fact) => fact.state !== 'absent').map((fact) => (via ? withVia(fact, via) : fact) as Known | Unknown)
    })
  }

  /** The mappings under a property: a map itself, the items of a list, or with `*` the values of a map. */
  items(path: string): Properties[] {
    const found: Properties[] = []
    for (const fact of this.facts(path)) {
      if (fact.state !== 'known') continue
      if (fact.value.kind === 'mapping') found.push(new Properties(fact.value, fact.when, this.resolver))
      else if (fact.value.kind === 'sequence') {
        for (const item of fact.value.items) {
          for (const one of this.resolver.resolve(item, fact.when)) {
            if (one.state === 'known' && one.value.kind === 'mapping') found.push(new Properties(one.value, one.when, this.resolver))
          }
        }
      }
    }
    return found
  }

  /**
   * How many items a list can have: `most` and `least` are counts that are reached when their condition holds. They are the
   * extremes for lists with a dozen conditional items; of longer ones neither is ever too far out.
   */
  counts(path: string): { node: Node; most: Count; least: Count }[] {
    const found: { node: Node; most: Count; least: Count }[] = []
    for (const fact of this.facts(path)) {
      if (fact.state !== 'known' || fact.value.kind !== 'sequence') continue
      found.push({ node: fact.node, ...countItems(fact.value.items, fact.when, this.resolver) })
    }
    return found
  }

  /** The entries that are written in this mapping, functions unresolved, duplicates included. */
  get entries(): Mapping['entries'] {
    return this.node.entries
  }

  /** Every case of the value of one of its entries. */
  cases(entry: Entry): Fact[] {
    return this.resolver.resolve(entry.value, this.when)
  }

  /** Every case of every value below this mapping, whatever its depth, with the key that leads to it; items of a list have that of the list. */
  *inner(): Generator<{ readonly key: string; readonly isItem: boolean; readonly fact: Fact }> {
    const left = this.entries.map(({ key, value }) => ({ key: key.text, isItem: false, value, when: this.when }))
    for (let next = left.pop(); next; next = left.pop()) {
      const { key, isItem } = next
      for (const fact of this.resolver.resolve(next.value, next.when)) {
        yield { key, isItem, fact }
        if (fact.state !== 'known') continue
        const { value, when } = fact
        if (value.kind === 'sequence') for (const item of value.items) left.push({ key, isItem: true, value: item, when })
        else if (value.kind === 'mapping')
          for (const entry of value.entries) left.push({ key: entry.key.text, isItem: false, value: entry.value, when })
      }
    }
  }

  /** Whether it may hold keys that are not written in it. */
  get isOpen(): boolean {
    return this.resolver.open(this.node)
  }

  /** Adds every case of what stands at the end of the steps. */
  #follow(node: Node, when: When, steps: readonly string[], from: number, via: Node | undefined, found: Fact[]): void {
    // Nearly every mapping is data: there is nothing to resolve on the way.
    if (node.kind === 'mapping' && from < steps.length && this.resolver.isData(node)) this.#step(node, node, when, steps, from, via, found)
    else {
      for (const fact of this.resolver.resolve(node, when)) {
        if (from === steps.length) found.push(via ? withVia(fact, via) : fact)
        else if (fact.state !== 'known') found.push(fact)
        else this.#step(fact.value, fact.node, fact.when, steps, from, fact.via ?? via, found)
      }
    }
  }

  /** @param place where the value is written */
  #step(value: Node, place: Node, when: When, steps: readonly string[], from: number, via: Node | undefined, found: Fact[]): void {
    const step = steps[from] as string
    if (step === '*') {
      if (value.kind === 'sequence') for (const item of value.items) this.#follow(item, when, steps, from + 1, via, found)
      else if (value.kind === 'mapping') for (const entry of value.entries) this.#follow(entry.value, when, steps, from + 1, via, found)
      else found.push(new Unknown(place, when, undefined))
    } else if (value.kind === 'mapping') {
      const entry = entryOf(value, step)
      if (entry) this.#follow(entry.value, when, steps, from + 1, via, found)
      else found.push(this.resolver.open(value) ? new Unknown(value, when, undefined) : new Absent(value, when, via))
    } else found.push(new Unknown(place, when, undefined))
  }
}

/** Rules ask for the same paths of thousands of resources; what is asked for a template's own keys does not pile up. */
const paths = new Map<string, readonly string[]>()
const MAX_PATHS = 10_000

/** The keys of a path. */
function stepsOf(path: string): readonly string[] {
  let steps = paths.get(path)
  if (!steps) {
    steps = path === '' ? [] : path.split('.')
    if (paths.size < MAX_PATHS) paths.set(path, steps)
  }
  return steps
}

/** A number of items that is reached under a condition. */
export interface Count {
  readonly count: number
  readonly when: When
}

/** Combinations of conditional items that are tried; the first ones are nearly always the extreme already. */
const MAX_STEPS = 300

/** How many of these items there can be: the most and the least, each with a condition under which it is so. */
export function countItems(items: readonly Node[], when: When, resolver: Resolver): { most: Count; least: Count } {
  const cases = items.map((item) => resolver.resolve(item, when))
  return { most: reached(cases, when, true), least: reached(cases, when, false) }
}

/** The highest or lowest number of items that some condition reaches. */
function reached(items: readonly Fact[][], when: When, highest: boolean): Count {
  const conditional = items
    .filter((cases) => cases.some((one) => one.state === 'absent'))
    .map((cases) => ({ gone: anyOf(cases.filter(isAbsent)), there: anyOf(cases.filter((one) => !isAbsent(one))) }))
  let best: Count | undefined
  let steps = 0
  const search = (from: number, count: number, under: When): void => {
    const item = conditional[from]
    const left = conditional.length - from
    if (steps++ > MAX_STEPS + conditional.length) return
    if (best && (highest ? count + left <= best.count : count >= best.count)) return
    if (!item) {
      best = { count, when: under }
      return
    }
    for (const present of [highest, !highest]) {
      const joint = both(under, present ? item.there : item.gone)
      if (canHold(joint)) search(from + 1, present ? count + 1 : count, joint)
    }
  }
  search(0, items.length - conditional.length, when)
  return best ?? { count: highest ? items.length - conditional.length : items.length, when }
}

const isEmpty = (node: Node): boolean => (node.kind === 'sequence' ? node.items.length === 0 : string.read(node) === '')

const isAbsent = (fact: Fact): boolean => fact.state === 'absent'

function withVia(fact: Fact, via: Node): Fact {
  if (fact.state === 'known') return fact.via ? fact : new Known(fact.value, fact.node, fact.when, via)
  return fact
}

/** For the contract test: told every property path that a rule reads. */
let onPathRead: ((of: Properties, path: string) => void) | undefined
export function observePaths(observer: typeof onPathRead): void {
  onPathRead = observer
}

/** A mapping with no entries that stands at the place of another node. */
export function emptyMapping(at: Node): Mapping {
  return { kind: 'mapping', entries: [], span: at.span, parent: at.parent, key: at.key, index: at.index }
}

/** A mapping at the place of `at` with these entries; values that already have a place keep it. */
export function mappingOf(at: Node, entries: Mapping['entries']): Mapping {
  return adopt({ kind: 'mapping', entries, span: at.span, parent: at.parent, key: at.key, index: at.index })
}

/** Whether a formula can be shown to be possible; what is too hard to decide counts as impossible, so that it stays unreported. */
export const canHold = (when: When): boolean => when.formula !== FALSE && when.formula !== UNDECIDED

/** A place that can be reported: a fact that is known or certainly absent, a node, or a part of one. Never an unknown. */
export type Place = Known<unknown> | Absent | Node | PartOf

/** A part of a node's text, or a place that holds under a condition. */
export interface PartOf {
  readonly node: Node
  readonly span?: Span
  readonly when?: When
  /** Other places that the finding is about. */
  readonly related?: readonly { readonly node: Node; readonly message: string }[]
}
