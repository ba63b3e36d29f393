/** The walk over a resource's properties beside its schema. */

import { type Change, remove, respell } from '../source/change.ts'
import { childOf, type Mapping, type Node, type Scalar, type Sequence } from '../source/tree.ts'
import { attributeOf, callOf, nounOf } from '../template/intrinsics.ts'
import { canonical } from '../template/logic.ts'
import { isTold } from '../template/shapes.ts'
import type { Resource } from '../template/template.ts'
import { closest, isPlaceholder, shorten, someOf } from '../text.ts'
import {
  type Absent,
  both,
  canHold,
  countItems,
  type Fact,
  Known,
  number,
  type Place,
  type Shape as ValueShape,
  type When,
} from '../values.ts'
import type { ChoiceShape, ListShape, NumberShape, ObjectShape, Shape, TextShape, TypeSchema } from './format.ts'
import { longestText, type Pattern, readPattern } from './pattern.ts'
import { POLICIES } from './policies.ts'
import type { SchemaProblem } from './problems.ts'

const found = new WeakMap<Resource, readonly SchemaProblem[]>()

/** Everything in which a resource differs from its schema, found once; nothing for a type that is not known. */
export function schemaProblems(resource: Resource): readonly SchemaProblem[] {
  let problems = found.get(resource)
  if (!problems) {
    problems = validate(resource)
    found.set(resource, problems)
  }
  return problems
}

function validate(resource: Resource): readonly SchemaProblem[] {
  // A macro may turn anything into anything.
  return resource.template.isRewritten ? [] : [...problemsOfProperties(resource), ...problemsOfPolicies(resource)]
}

function problemsOfPolicies(resource: Resource): SchemaProblem[] {
  return Object.entries(POLICIES).flatMap(([name, schema]) => {
    const node = resource.attributeMap(name)?.node
    if (!node) return []
    const walk = new Walk(resource, schema)
    walk.object(node, resource.when, schema, { name, owner: name })
    return walk.problems
  })
}

function problemsOfProperties(resource: Resource): readonly SchemaProblem[] {
  const schema = schemaOf(resource)
  // What is no map of properties is told of the attribute.
  if (!schema || !isMapOfProperties(resource.attribute('Properties')?.value)) return []
  const walk = new Walk(resource, schema)
  walk.object(resource.node, resource.when, schema, { name: resource.type, owner: resource.type, top: true })
  return walk.problems
}

/** Custom resources may be called anything that starts with `Custom::`. */
function schemaOf({ template, type }: Resource): TypeSchema | undefined {
  return (
    template.schemas?.type(type) ??
    (type.startsWith('Custom::') ? template.schemas?.type('AWS::CloudFormation::CustomResource') : undefined)
  )
}

const isMapOfProperties = (written: Node | undefined): boolean =>
  written === undefined || (written.kind === 'mapping' && /^(Fn::If|Fn::Transform|Fn::ForEach.*|)$/.test(callOf(written)?.name ?? ''))

/** What is being looked at, as messages call it. */
interface Subject {
  /** The property. */
  readonly name: string
  /** What its own properties are properties of. */
  readonly owner: string
  readonly top?: true
}

const NOUNS = {
  s: 'a string',
  n: 'a number',
  i: 'a whole number',
  b: 'true or false',
  j: 'a map or a JSON string',
  l: 'a list',
  m: 'a map',
  c: 'a map',
}

class Walk {
  problems: SchemaProblem[] = []

  constructor(
    private readonly resource: Resource,
    private readonly schema: TypeSchema,
  ) {}

  object(node: Mapping, when: When, shape: ObjectShape, subject: Subject): void {
    const { resolver } = this.resource.template
    const isOpen = node.entries.some(({ key }) => key.text.startsWith('Fn::')) || resolver.open(node)
    /** What is there, be it misspelt. */
    const names = new Set<string>()
    for (const { key, value } of node.entries) {
      const name = key.text
      if (name.startsWith('Fn::')) continue
      names.add(name)
      const of = Object.hasOwn(shape.p, name) ? shape.p[name] : undefined
      if (of === undefined) {
        if (!shape.open && !shape.left?.includes(name)) names.add(this.#unknownProperty(name, key, value, when, shape, subject) ?? name)
        continue
      }
      if (shape.old?.includes(name)) {
        this.#report('deprecated-property', { node: value, span: key.span, when }, 'deprecated', { name, owner: subject.owner })
      }
      const isRequired = shape.r?.includes(name)
      const inner: Subject = { name, owner: subject.top ? `${name} of ${subject.owner}` : `${lastOf(subject.owner, name)}` }
      for (const fact of resolver.resolve(value, when)) {
        if (fact.state !== 'absent') this.value(fact, of, inner)
        else if (isRequired) this.#report('required-property-missing', fact, 'missing', { owner: subject.owner, name })
      }
    }
    if (isOpen) return
    for (const name of shape.r ?? []) {
      if (names.has(name)) continue
      this.#report('required-property-missing', { node, when }, 'missing', { owner: subject.owner, name })
    }
  }

  /** @returns the property that is meant, where that can be told */
  #unknownProperty(name: string, key: Scalar, value: Node, when: When, shape: ObjectShape, subject: Subject): string | undefined {
    const place: Place = { node: value, span: key.span, when }
    if (subject.top && this.#isToldElsewhere(name, value)) return undefined
    if (subject.top && Object.hasOwn(this.schema.a, name)) {
      this.#report('read-only-property', place, 'readOnly', { name, type: this.resource.type })
      return undefined
    }
    const names = Object.keys(shape.p)
    const near = closest(name, names)
    const { owner } = subject
    if (near) this.#report('unknown-property', place, 'misspelt', { name, owner, near }, respell(key, names))
    else if (names.length) this.#report('unknown-property', place, 'unknown', { name, owner, names: someOf(names, 'and') })
    else this.#report('unknown-property', place, 'none', { name, owner })
    return near
  }

  /** A condition that stands one level too deep, and what Globals cannot set, have rules of their own. */
  #isToldElsewhere(name: string, value: Node): boolean {
    const { template } = this.resource
    if (name === 'Condition' && value.kind === 'scalar')
      return template.sectionEntries('Conditions').some(({ key }) => key.text === value.text)
    return value.parent?.parent?.key?.text === 'Globals' && value.parent.parent.parent?.parent === null
  }

  /** A value that is known, or whose kind is. */
  value(fact: Exclude<Fact, Absent>, shape: Shape, subject: Subject): void {
    if (shape === '*') return
    if (fact.state === 'unknown') {
      this.#result(fact.node, fact.when, fact.shape, shape, subject)
      return
    }
    if (typeof shape === 'object' && shape.t === 'u') {
      this.#union(fact, shape.of, subject)
      return
    }
    const node = fact.value
    if (node.kind === 'scalar' && node.value === null) return
    if (typeof shape === 'string' && shape.startsWith('#')) {
      if (node.kind !== 'mapping') this.#wrongKind(fact, 'a map', subject)
      else this.#definition(node, fact.when, shape.slice(1), subject)
      return
    }
    const kind = typeof shape === 'string' ? (shape as keyof typeof NOUNS) : shape.t
    switch (kind) {
      case 'l':
        if (node.kind !== 'sequence') this.#wrongKind(fact, NOUNS.l, subject)
        else this.#list(fact, node, shape as ListShape, subject)
        break
      case 'm':
        if (node.kind !== 'mapping') this.#wrongKind(fact, NOUNS.m, subject)
        else this.#map(node, fact.when, (shape as ListShape).of, subject)
        break
      case 'c':
        if (node.kind !== 'mapping') this.#wrongKind(fact, NOUNS.c, subject)
        else this.#choice(node, fact.when, shape as ChoiceShape, subject)
        break
      case 'j':
        if (node.kind === 'sequence') this.#wrongKind(fact, NOUNS.j, subject)
        break
      default:
        if (node.kind !== 'scalar') this.#wrongKind(fact, NOUNS[kind], subject)
        else this.#scalar(fact, node, kind, typeof shape === 'object' ? (shape as TextShape | NumberShape) : undefined, subject)
    }
  }

  #definition(node: Mapping, when: When, name: string, subject: Subject): void {
    const definition = this.schema.d?.[name]
    if (definition) this.object(node, when, definition, definition.name ? { name: subject.name, owner: definition.name } : subject)
  }

  #choice(node: Mapping, when: When, { by, of }: ChoiceShape, subject: Subject): void {
    const chooser = childOf(node, by)
    const name = chooser?.kind === 'scalar' && Object.hasOwn(of, chooser.text) ? of[chooser.text] : undefined
    if (name) this.#definition(node, when, name.slice(1), subject)
  }

  #map(node: Mapping, when: When, of: Shape, subject: Subject): void {
    for (const { key, value } of node.entries) {
      if (key.text.startsWith('Fn::')) continue
      for (const fact of this.resource.template.resolver.resolve(value, when)) {
        if (fact.state !== 'absent') this.value(fact, of, { name: key.text, owner: subject.owner })
      }
    }
  }

  #list(fact: Known, node: Sequence, shape: ListShape, subject: Subject): void {
    const { resolver } = this.resource.template
    const seen = new Map<string, When[]>()
    for (const item of node.items) {
      for (const one of resolver.resolve(item, fact.when)) {
        if (one.state === 'absent') continue
        this.value(
          one.state === 'known' && fact.via && !one.via ? new Known(one.value, one.node, one.when, fact.via) : one,
          shape.of,
          subject,
        )
        if (!shape.unique) continue
        // The same function gives the same value, whatever it is.
        const text = one.state === 'known' ? (one.value.kind === 'scalar' ? one.value.text : undefined) : canonical(one.node)
        if (text === undefined) continue
        const before = seen.get(text)
        const when = before?.map((other) => both(other, one.when)).find(canHold)
        const call = one.state === 'unknown' ? callOf(one.node)?.name : undefined
        if (when && call)
          this.#report(
            'duplicate-item',
            { node: one.node, when },
            'same',
            { name: subject.name, call },
            one.node === item ? remove(item) : undefined,
          )
        else if (when)
          this.#report(
            'duplicate-item',
            { node: one.node, when },
            'twice',
            { name: subject.name, value: text },
            one.node === item ? remove(item) : undefined,
          )
        seen.set(text, [...(before ?? []), one.when])
      }
    }
    if (shape.min === undefined && shape.max === undefined) return
    // A loop or an include among the items can make any number of them.
    if (node.items.some((item) => callOf(item)?.name === 'Fn::Transform')) return
    const { most, least } = countItems(node.items, fact.when, resolver)
    const data = { name: subject.name, limits: limits(shape, 'item') }
    if (shape.max !== undefined && most.count > shape.max)
      this.#report('item-count', this.#at(fact, most.when), 'count', { ...data, count: counted(most.count, 'item') })
    else if (shape.min !== undefined && least.count < shape.min)
      this.#report('item-count', this.#at(fact, least.when), 'count', { ...data, count: counted(least.count, 'item') })
  }

  #at(fact: Known, when: When): Place {
    return new Known(fact.value, fact.node, when, fact.via)
  }

  #scalar(fact: Known, node: Scalar, kind: 's' | 'n' | 'i' | 'b', shape: TextShape | NumberShape | undefined, subject: Subject): void {
    if (kind === 'b') {
      if (typeof node.value !== 'boolean' && !/^(true|false)$/i.test(node.text)) this.#wrongValue(fact, node, NOUNS.b, subject)
      return
    }
    if (kind === 's') {
      if (shape) this.#text(fact, node, shape as TextShape, subject)
      return
    }
    const value = number.read(node)
    if (value === undefined || (kind === 'i' && !Number.isInteger(value))) {
      this.#wrongValue(fact, node, NOUNS[kind], subject)
      return
    }
    if (!shape) return
    const { name } = subject
    const { enum: allowed, min, max } = shape as NumberShape
    if (allowed && !allowed.includes(value))
      this.#report('value-not-allowed', fact, 'number', { name, value, values: someOf(allowed, 'or') })
    else if (value < (min ?? value) || value > (max ?? value))
      this.#report('number-out-of-range', fact, 'number', { name, value, limits: limits(shape) })
  }

  #text(fact: Known, node: Scalar, shape: TextShape, subject: Subject): void {
    const { name } = subject
    if (isUnfinished(node.text)) return
    // `yes` is written, true is meant, "true" arrives.
    const text = typeof node.value === 'boolean' ? String(node.value) : node.text
    if (shape.enum) {
      if (!isAmong(text, shape.enum, shape.anyCase)) {
        const near = closest(text, shape.enum)
        const data = { name, value: text, values: someOf(shape.enum, 'or', near) }
        if (near) this.#report('value-not-allowed', fact, 'misspelt', { ...data, near }, fact.via ? undefined : respell(node, shape.enum))
        else this.#report('value-not-allowed', fact, 'unknown', data)
      }
      return
    }
    const length = shape.min === undefined && shape.max === undefined ? 0 : [...text].length
    if (length < (shape.min ?? 0) || length > (shape.max ?? length)) {
      this.#report('length-out-of-range', fact, 'length', {
        name,
        length: counted(length, 'character'),
        limits: limits(shape, 'character'),
      })
    } else if (shape.pattern !== undefined && !matches(shape.pattern, shape.slow ?? 1, text)) {
      this.#report('pattern-mismatch', fact, 'mismatch', { name, value: text, pattern: shape.pattern })
    }
  }

  /** Good if any alternative has nothing to object to; otherwise what the one alternative of the value's kind objects to. */
  #union(fact: Known, shapes: readonly Shape[], subject: Subject): void {
    const before = this.problems
    let best: SchemaProblem[] | undefined
    let candidates = 0
    for (const shape of shapes) {
      this.problems = []
      this.value(fact, shape, subject)
      const own = this.problems
      this.problems = before
      if (own.length === 0) return
      if (own.some(({ kind, place }) => kind === 'wrong-type' && isOf(place, fact))) continue
      candidates++
      best = own
    }
    if (best && candidates === 1) before.push(...best)
    else if (candidates === 0) this.#wrongKind(fact, someOf([...new Set(shapes.map(nameOf))], 'or'), subject)
  }

  /** What a function gives, where AWS fixes its kind. */
  #result(node: Node, when: When, shape: ValueShape | undefined, wanted: Shape, subject: Subject): void {
    const call = callOf(node)
    if (!call) return
    if (shape === undefined || accepts(wanted, shape)) return
    // What an attribute gives is published as a text where it may be more; a name in the singular is not that of a list.
    if (call.name === 'Fn::GetAtt' && shape !== 'list' && !(isList(wanted) && isSingular(attributeOf(call)?.attribute ?? ''))) return
    const nouns = { string: 'a string', number: 'a number', boolean: 'true or false', list: 'a list', map: 'a map' }
    const data = { name: subject.name, call: call.name, found: nouns[shape], wanted: nameOf(wanted) }
    this.#report('wrong-type', { node, when }, 'result', data)
  }

  #wrongValue(fact: Known, node: Scalar, wanted: string, subject: Subject): void {
    if (isUnfinished(node.text)) return
    this.#report('wrong-type', fact, 'value', { name: subject.name, found: node.text === '' ? 'empty' : `"${node.text}"`, wanted })
  }

  /** The kind is wrong, so no value of a parameter would be right: the place to mend is where it is used. */
  #wrongKind(fact: Known, wanted: string, subject: Subject): void {
    const { value } = fact
    // Such as `{{name}}` without quotes.
    if (isTold(value)) return
    const foundKind =
      value.kind === 'scalar' && value.value !== null ? (value.text === '' ? 'an empty text' : `"${shorten(value.text)}"`) : nounOf(value)
    const place: Place = fact.via ? { node: fact.via, when: fact.when } : fact
    const call = fact.via ? callOf(fact.via) : undefined
    if (call) {
      const result = value.kind === 'scalar' ? 'a string' : nounOf(value)
      this.#report('wrong-type', place, 'result', { name: subject.name, call: call.name, found: result, wanted })
    } else this.#report('wrong-type', place, 'value', { name: subject.name, found: foundKind, wanted })
  }

  #report<K extends SchemaProblem['kind']>(kind: K, place: Place, message: string, data: SchemaProblem['data'], fix?: Change): void {
    const when = 'when' in place ? place.when : undefined
    if (!when || canHold(when)) this.problems.push({ kind, place, message, data, fix })
  }
}

const lastOf = (owner: string, name: string): string => {
  const of = owner.indexOf(' of ')
  return of < 0 ? `${name} of ${owner}` : `${owner.slice(0, of)}.${name}${owner.slice(of)}`
}

function isOf(place: Place, fact: Known): boolean {
  return place === fact || ('node' in place && (place.node === fact.node || place.node === fact.via))
}

const isList = (wanted: Shape): boolean => typeof wanted === 'object' && wanted.t === 'l'

/** Whether a name is of one thing: no `Addresses`, no `Ports.List`; a name such as `Status` counts as several. */
const isSingular = (name: string): boolean => !/(?:[^s]s|List)$/.test(name)

/** Whether a result of this kind can be right: scalars are converted into each other, into JSON a string. */
function accepts(wanted: Shape, kind: ValueShape): boolean {
  if (wanted === '*') return true
  if (typeof wanted === 'string') {
    if (wanted.startsWith('#')) return kind === 'map'
    return wanted === 'j' ? kind !== 'list' : kind !== 'list' && kind !== 'map'
  }
  if (wanted.t === 'u') return wanted.of.some((one) => accepts(one, kind))
  if (wanted.t === 'l') return kind === 'list'
  if (wanted.t === 'm' || wanted.t === 'c') return kind === 'map'
  return kind !== 'list' && kind !== 'map'
}

function nameOf(shape: Shape): string {
  if (typeof shape === 'object') return shape.t === 'u' ? someOf([...new Set(shape.of.map(nameOf))], 'or') : NOUNS[shape.t]
  return shape.startsWith('#') ? NOUNS.m : (NOUNS[shape as keyof typeof NOUNS] ?? 'any value')
}

function isAmong(text: string, values: readonly string[], anyCase: true | undefined): boolean {
  if (values.includes(text)) return true
  const lower = text.toLowerCase()
  return anyCase === true && values.some((value) => value.toLowerCase() === lower)
}

function limits({ min, max }: { min?: number; max?: number }, noun = ''): string {
  if (min !== undefined && max !== undefined) return min === max ? `exactly ${counted(min, noun)}` : `${min} to ${counted(max, noun)}`
  return min !== undefined ? `at least ${counted(min, noun)}` : `at most ${counted(max as number, noun)}`
}

const counted = (count: number, noun: string): string => (noun ? `${count} ${noun}${count === 1 ? '' : 's'}` : String(count))

/** Whether something else is put in its place before AWS sees it. Names in capitals are values here. */
const isUnfinished = (text: string): boolean => isPlaceholder(text) && !/^\w+$/.test(text)

const patterns = new Map<string, Pattern | undefined>()

/** Whether the text matches; also when that cannot be told in time. */
function matches(pattern: string, degree: number, text: string): boolean {
  if (text.length > longestText(degree)) return true
  let read = patterns.get(pattern)
  if (!patterns.has(pattern)) {
    const result = readPattern(pattern)
    read = typeof result === 'string' ? undefined : result
    patterns.set(pattern, read)
  }
  return !read || read.expression.test(text)
}
