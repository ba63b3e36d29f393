/**
 * Event patterns: what EventBridge, Pipes, Lambda and SNS compare events with, wherever a template holds one.
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html, and the compiler of patterns
 * that AWS published, https://github.com/aws/event-ruler.
 */

import type { Entry, Node, Sequence } from './source/tree.ts'
import { table } from './table.ts'
import { parseCidr } from './template/cidr.ts'
import { type JsonObject, jsonAt, type MalformedJson } from './template/json-values.ts'
import { eventsOf } from './template/sam-events.ts'
import { nodesAt } from './template/targets.ts'
import type { Resource } from './template/template.ts'
import { closest, listOf } from './text.ts'
import { canHold, type Known, type Properties, type When } from './values.ts'

/** Who compares. */
export type Matcher = 'EventBridge' | 'Pipes' | 'Lambda' | 'SNS'

/** A pattern that a template holds. */
export interface EventPattern {
  readonly matcher: Matcher
  readonly resource: Resource
  /** The mapping that holds the property, and its name. */
  readonly holder: Properties
  readonly property: string
  readonly objects: readonly JsonObject[]
  readonly malformed: readonly MalformedJson[]
}

/** Where patterns stand, by type: keys joined by dots, `*` for every item of a list. */
const PLACES: Readonly<Record<string, { readonly matcher: Matcher; readonly path: string }>> = table({
  'AWS::Events::Archive': { matcher: 'EventBridge', path: 'EventPattern' },
  'AWS::Events::Rule': { matcher: 'EventBridge', path: 'EventPattern' },
  'AWS::Lambda::EventSourceMapping': { matcher: 'Lambda', path: 'FilterCriteria.Filters.*.Pattern' },
  'AWS::Pipes::Pipe': { matcher: 'Pipes', path: 'SourceParameters.FilterCriteria.Filters.*.Pattern' },
  'AWS::SNS::Subscription': { matcher: 'SNS', path: 'FilterPolicy' },
})

/** The same for the events of SAM. */
const EVENTS: Readonly<Record<string, { readonly matcher: Matcher; readonly path: string }>> = table({
  CloudWatchEvent: { matcher: 'EventBridge', path: 'Pattern' },
  EventBridgeRule: { matcher: 'EventBridge', path: 'Pattern' },
  SNS: { matcher: 'SNS', path: 'FilterPolicy' },
})
const POLLED = { matcher: 'Lambda', path: 'FilterCriteria.Filters.*.Pattern' } as const

/** The patterns that a resource holds. */
export function patternsIn(resource: Resource): EventPattern[] {
  const place = PLACES[resource.type]
  if (place) return patternsAt(resource, resource, place)
  if (resource.type !== 'AWS::Serverless::Function' && resource.type !== 'AWS::Serverless::StateMachine') return []
  return eventsOf(resource).flatMap(({ type, properties }) => patternsAt(resource, properties, EVENTS[type?.text ?? ''] ?? POLLED))
}

function patternsAt(resource: Resource, of: Properties, { matcher, path }: { matcher: Matcher; path: string }): EventPattern[] {
  const property = path.slice(path.lastIndexOf('.') + 1)
  return nodesAt(of, path).map(({ node, when, holder }) => {
    return { matcher, resource, holder, property, ...jsonAt(resource.template, node, when) }
  })
}

/** What is wrong at a place of a pattern. */
export interface PatternFault {
  readonly node: Node
  readonly when: When
  /** The key, operator or value that it is about. */
  readonly name: string
  /** Goes on after the name, without a full stop. */
  readonly says: string
}

/** A field whose values are listed. */
export interface PatternField {
  /** The keys on the way to it, `$or` left out. */
  readonly path: readonly string[]
  readonly list: Sequence
  /** Its scalars, and the objects that are operators; items that are not known are left out. */
  readonly values: readonly Known[]
  readonly when: When
}

/** The fields of a pattern, outermost first. */
export function fieldsOf(pattern: JsonObject): PatternField[] {
  const fields: PatternField[] = []
  new Reader(pattern, 'EventBridge', fields).object(pattern.entries, pattern.when, [])
  return fields
}

/** Everything that makes a pattern invalid. */
export function patternFaults(pattern: JsonObject, matcher: Matcher): PatternFault[] {
  const reader = new Reader(pattern, matcher, [])
  reader.object(pattern.entries, pattern.when, [])
  return reader.faults
}

const OPERATORS = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard', 'anything-but', 'numeric', 'cidr', 'exists']
const INNER = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard']
const COMPARISONS = ['=', '<', '<=', '>', '>=']

/** The largest number that is compared. */
const LARGEST: Readonly<Record<Matcher, number>> = { EventBridge: 5e9, Pipes: 5e9, Lambda: 5e9, SNS: 1e9 }

class Reader {
  readonly faults: PatternFault[] = []

  constructor(
    private readonly pattern: JsonObject,
    private readonly matcher: Matcher,
    private readonly fields: PatternField[],
  ) {}

  object(entries: readonly Entry[], when: When, path: readonly string[]): void {
    for (const { key, value } of entries) {
      for (const fact of this.pattern.resolve(value, when)) {
        if (fact.state !== 'known' || !canHold(fact.when)) continue
        const { value: node, when: under } = fact
        const name = key.text
        if (name === '$or' && node.kind === 'sequence') this.#alternatives(node, under, path)
        else if (name === '$or') this.#fault(key, under, name, 'takes a list of objects')
        else if (node.kind === 'sequence') this.#leaf(key, node, under, [...path, name])
        else if (node.kind === 'scalar') this.#scalar(fact, name)
        else if (node.entries.length > 0 || this.pattern.isOpenAt(node)) this.#inside(name, node.entries, under, path)
        else this.#fault(key, under, name, 'is an empty object; list the values that it may have')
      }
    }
  }

  /** An operator in place of a list of them is told as such. */
  #inside(name: string, entries: readonly Entry[], when: When, path: readonly string[]): void {
    const [first, second] = entries
    if (first && !second && OPERATORS.includes(first.key.text) && first.value.kind === 'scalar')
      this.#fault(first.key, when, first.key.text, `is an operator; put it in a list, as in ${name}: [{${first.key.text}: …}]`)
    else this.object(entries, when, [...path, name])
  }

  #scalar(fact: Known, name: string): void {
    if (fact.value.kind !== 'scalar') return
    this.faults.push({
      node: fact.node,
      when: fact.when,
      name,
      says: `is ${fact.value.text || 'empty'}; write a list, as in ["${fact.value.text}"]`,
    })
  }

  #alternatives(list: Sequence, when: When, path: readonly string[]): void {
    const items = list.items.map((item) => this.pattern.resolve(item, when))
    if (items.length < 2 && items.flat().every((fact) => fact.state === 'known') && list.key)
      this.#fault(list.key, when, '$or', 'needs at least two objects')
    for (const fact of items.flat()) {
      if (fact.state !== 'known') continue
      if (fact.value.kind === 'mapping') this.object(fact.value.entries, fact.when, path)
      else this.#fault(fact.node, fact.when, '$or', 'takes objects only')
    }
  }

  #leaf(key: Node, list: Sequence, when: When, path: readonly string[]): void {
    if (list.items.length === 0) this.#fault(key, when, path.at(-1) ?? '', 'is an empty list; list the values that it may have')
    const values: Known[] = []
    for (const item of list.items) {
      for (const fact of this.pattern.resolve(item, when)) {
        if (fact.state !== 'known' || !canHold(fact.when)) continue
        if (fact.value.kind === 'sequence') {
          if (fact.node === item) this.#fault(item, fact.when, path.at(-1) ?? '', 'holds a list in a list; leave out the inner brackets')
          continue
        }
        values.push(fact)
        if (fact.value.kind === 'mapping') this.#operator(fact.value.entries, fact)
      }
    }
    this.fields.push({ path, list, values, when })
  }

  #operator(entries: readonly Entry[], fact: Known): void {
    const [first, second] = entries
    const { when } = fact
    if (fact.value.kind !== 'mapping' || this.pattern.isOpenAt(fact.value)) return
    if (!first) this.#fault(fact.node, when, '{}', 'is no operator; remove it')
    else if (second)
      this.#fault(second.key, when, second.key.text, `stands beside "${first.key.text}"; an operator has an object of its own`)
    else if (OPERATORS.includes(first.key.text)) {
      for (const value of this.pattern.resolve(first.value, when))
        if (value.state === 'known') this.#argument(first.key, first.key.text, value)
    } else if (first.key.text !== 'exactly') {
      const near = closest(first.key.text, OPERATORS)
      this.#fault(first.key, when, first.key.text, `is no operator; ${near ? `write ${near}` : `operators are ${listOf(OPERATORS)}`}`)
    }
  }

  #argument(key: Node, name: string, fact: Known): void {
    const { value, node, when } = fact
    const say = (says: string, at: Node = node): void => this.#fault(at, when, name, says)
    switch (name) {
      case 'exists':
        if (value.kind !== 'scalar' || !/^(true|false)$/i.test(value.text)) say('takes true or false')
        return
      case 'cidr':
        if (value.kind !== 'scalar') say('takes an address range, as in "10.0.0.0/24"')
        else if (!value.text.includes(':') && parseCidr(value.text) === undefined)
          say(`takes an address range, as in "10.0.0.0/24", not "${value.text}"`)
        return
      case 'prefix':
      case 'suffix':
        if (value.kind === 'mapping') this.#inner(value.entries, when, name, ['equals-ignore-case'])
        else if (value.kind !== 'scalar' || typeof value.value !== 'string') say('takes one text')
        return
      case 'equals-ignore-case':
      case 'wildcard':
        if (value.kind !== 'scalar' || typeof value.value !== 'string') say('takes one text')
        else if (name === 'wildcard' && /(^|[^\\])\*\*/.test(value.text)) say(`cannot hold two stars in a row, as in "${value.text}"`)
        if (name === 'wildcard' && this.matcher === 'Pipes') say('is not taken by Pipes; use prefix or suffix', key)
        return
      case 'anything-but':
        if (value.kind === 'mapping') this.#inner(value.entries, when, name, INNER)
        else this.#exclusions(value, when)
        return
      default:
        if (value.kind === 'sequence') this.#numeric(value, when)
        else say('takes a list of comparisons, as in [">", 0, "<=", 5]')
    }
  }

  #inner(entries: readonly Entry[], when: When, outer: string, allowed: readonly string[]): void {
    for (const { key } of entries) {
      if (!allowed.includes(key.text)) this.#fault(key, when, key.text, `cannot stand within ${outer}; it takes ${listOf(allowed)}`)
    }
  }

  #exclusions(value: Node, when: When): void {
    if (value.kind === 'scalar') {
      if (typeof value.value === 'boolean' || value.value === null)
        this.#fault(value, when, 'anything-but', `takes texts or numbers, not ${value.text || 'null'}`)
      return
    }
    if (value.kind !== 'sequence') return
    const facts = value.items.flatMap((item) => this.pattern.resolve(item, when))
    if (value.items.length === 0 && value.key) this.#fault(value.key, when, 'anything-but', 'has an empty list; list what is left out')
    const kinds = new Set(facts.map((fact) => (fact.state === 'known' && fact.value.kind === 'scalar' ? typeof fact.value.value : 'other')))
    if (kinds.has('string') && kinds.has('number') && value.key)
      this.#fault(value.key, when, 'anything-but', 'mixes texts and numbers; its list holds only texts or only numbers')
  }

  #numeric(list: Sequence, when: When): void {
    const values: Node[] = []
    for (const item of list.items) {
      const [fact, other] = this.pattern.resolve(item, when)
      if (fact?.state !== 'known' || other) return
      values.push(fact.value)
    }
    const fault = numericFault(list, values, LARGEST[this.matcher])
    if (fault) this.#fault(fault.node, when, 'numeric', fault.says)
  }

  #fault(node: Node, when: When, name: string, says: string): void {
    this.faults.push({ node, when, name, says })
  }
}

/** What is wrong with the comparisons of `numeric`: one, or a lower and an upper bound. */
function numericFault(list: Sequence, values: readonly Node[], largest: number): { node: Node; says: string } | undefined {
  const whole = list.key ?? list
  if (values.length === 0) return { node: whole, says: 'has no comparison; write one, as in [">", 0]' }
  let [bottom, top] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < values.length; i += 2) {
    const [operator, operand] = [values[i] as Node, values[i + 1]]
    const sign = operator.kind === 'scalar' ? operator.text : ''
    if (!COMPARISONS.includes(sign)) return { node: operator, says: `compares with ${listOf(COMPARISONS)}, not "${sign}"` }
    if (operand?.kind !== 'scalar' || typeof operand.value !== 'number')
      return { node: operand ?? operator, says: `needs a number behind "${sign}", without quotes` }
    if (Math.abs(operand.value) > largest) return { node: operand, says: `compares numbers from -${largest} to ${largest}` }
    const isBound = sign !== '='
    if (i > 2 || (i > 0 && !isBound) || (!isBound && values.length > 2))
      return { node: operator, says: 'takes one comparison, or a lower and an upper bound' }
    if (sign.startsWith('>')) {
      if (bottom !== Number.NEGATIVE_INFINITY) return { node: operator, says: 'has two lower bounds; write one' }
      bottom = operand.value
    } else if (isBound) {
      if (top !== Number.POSITIVE_INFINITY) return { node: operator, says: 'has two upper bounds; write one' }
      top = operand.value
    }
  }
  return bottom >= top ? { node: whole, says: `matches nothing: no number is above ${bottom} and below ${top}` } : undefined
}
