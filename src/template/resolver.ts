import { derived, entryOf, type Mapping, type Node, type Scalar, type Sequence, type Span } from '../source/tree.ts'
import { table } from '../table.ts'
import { Absent, both, canHold, either, type Fact, Known, type Resolver, type Shape, Unknown, type When } from '../values.ts'
import { subnetsOf } from './cidr.ts'
import { attributeOf, type Call, callOf, isLoop, subOf, subVariables } from './intrinsics.ts'
import { literalOf } from './logic.ts'
import { defaultOf, lookUp } from './lookups.ts'
import { type Parameter, splitList } from './parameters.ts'
import type { Template } from './template.ts'

/** A value with more cases than this is unknown: a `Fn::Sub` over many parameters multiplies. */
const MAX_CASES = 128

/** Functions within functions within parameters; CloudFormation's own templates stay under ten. */
const MAX_NESTING = 40

/** A folded text longer than this is unknown; nothing that a rule reads is as long. */
const MAX_TEXT = 100_000

/** What AWS fixes of the result of a function that cannot be computed here. */
const SHAPES: Readonly<Record<string, Shape>> = table({
  'Fn::Base64': 'string',
  'Fn::Cidr': 'list',
  'Fn::GetAZs': 'list',
  'Fn::GetStackOutput': 'string',
  'Fn::ImportValue': 'string',
  'Fn::Join': 'string',
  'Fn::Length': 'number',
  'Fn::Split': 'list',
  'Fn::Sub': 'string',
  'Fn::ToJsonString': 'string',
})

/** The value of a pseudo parameter in the partition where nearly every template is deployed. */
const COMMON_VALUES: Readonly<Record<string, string>> = table({ 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' })

const PSEUDO_SHAPES: Readonly<Record<string, Shape>> = table({ 'AWS::NotificationARNs': 'list' })

/** A dynamic reference, or what was meant as one: that it is misspelt is told by itself. */
const isDynamic = ({ value }: Scalar): boolean =>
  typeof value === 'string' && value.includes('{{') && /\{\{\s*:?(resolve\s*:|(ssm|ssm-secure|secretsmanager):)/.test(value)

/** An alias without an anchor: no plain text of YAML begins with a star. */
const isLostAlias = ({ style, text }: Scalar): boolean => style === 'plain' && text.startsWith('*')

/** Resolves the functions of a template to the values that they can be shown to have. */
export class TemplateResolver implements Resolver {
  /** Places at which a bound was reached and the value given up. */
  readonly incomplete = new Set<Node>()

  constructor(private readonly template: Template) {}

  /** Rules ask for the same values again and again; the same condition is the same object. */
  readonly #resolved = new WeakMap<Node, Map<When, Fact[]>>()

  resolve(node: Node, when: When): Fact[] {
    if (node.kind !== 'mapping' || !callOf(node)) return this.#resolve(node, when, 0)
    let byWhen = this.#resolved.get(node)
    if (!byWhen) {
      byWhen = new Map()
      this.#resolved.set(node, byWhen)
    }
    let facts = byWhen.get(when)
    if (!facts) {
      facts = this.#resolve(node, when, 0)
      byWhen.set(when, facts)
    }
    return facts
  }

  isData(node: Mapping): boolean {
    return !callOf(node)
  }

  open(node: Mapping): boolean {
    return node.entries.some((entry) => entry.key.text === 'Fn::Transform' || isLoop(entry.key.text))
  }

  #resolve(node: Node, when: When, depth: number): Fact[] {
    if (node.kind === 'scalar') return this.#scalar(node, when)
    const call = callOf(node)
    if (!call) return [new Known(node, node, when)]
    if (depth > MAX_NESTING) return this.#givenUp(node, when, undefined)
    const facts = this.#call(call, when, depth + 1)
    return facts.length > MAX_CASES ? this.#givenUp(node, when, SHAPES[call.name]) : facts
  }

  /** A dynamic reference is filled in by the service. */
  #scalar(node: Scalar, when: When): Fact[] {
    if (isLostAlias(node)) return [new Unknown(node, when, undefined)]
    if (isDynamic(node)) return [new Unknown(node, when, 'string')]
    return [new Known<Node>(node, node, when)]
  }

  #givenUp(node: Node, when: When, shape: Shape | undefined): Fact[] {
    this.incomplete.add(node)
    return [new Unknown(node, when, shape)]
  }

  #call(call: Call, when: When, depth: number): Fact[] {
    const unknown = (): Fact[] => [new Unknown(call.node, when, SHAPES[call.name])]
    switch (call.name) {
      case 'Ref':
        return this.#ref(call, when)
      case 'Fn::GetAtt':
        return [new Unknown(call.node, when, this.#attributeShape(call))]
      case 'Fn::If':
        return this.#if(call, when, depth)
      case 'Fn::FindInMap':
        return this.#findInMap(call, when, depth)
      case 'Fn::Sub':
        return this.#sub(call, when, depth)
      case 'Fn::Join':
        return this.#join(call, when, depth)
      case 'Fn::Select':
        return this.#select(call, when, depth)
      case 'Fn::Split':
        return this.#split(call, when, depth)
      case 'Fn::Length':
        return this.#length(call, when, depth)
      case 'Fn::Base64':
        return this.#base64(call, when, depth)
      case 'Fn::Cidr':
        return this.#cidr(call, when, depth)
      default:
        return unknown()
    }
  }

  /** What the schema of a resource type says of an attribute, where it says that it is a text or a list. */
  #attributeShape(call: Call): Shape | undefined {
    const { target, attribute } = attributeOf(call) ?? {}
    const type = target === undefined ? undefined : this.template.resources.get(target)?.type
    const kind = type && attribute ? this.template.schemas?.type(type)?.a[attribute] : undefined
    return kind === 's' ? 'string' : kind === 'l' ? 'list' : undefined
  }

  #ref(call: Call, when: When): Fact[] {
    if (call.argument.kind !== 'scalar') return [new Unknown(call.node, when, undefined)]
    const name = call.argument.text
    if (name === 'AWS::NoValue') return [new Absent(call.argument, when)]
    const parameter = this.template.parameters.get(name)
    if (parameter) return this.parameter(parameter, call.node, when)
    return this.#pseudo(name, call.node, when)
  }

  /** The value of a pseudo parameter wherever it is known; the service's own otherwise. */
  #pseudo(name: string, node: Node, when: When): Fact[] {
    const regions = name === 'AWS::Region' ? this.template.inputs.regions : undefined
    const facts: Fact[] = []
    const { logic } = this.template
    if (regions?.length) {
      for (const value of new Set(regions))
        this.#add(facts, new Known<Node>(derived(node, value), node, both(when, logic.pseudoIs(name, value, true))))
      return facts
    }
    const common = COMMON_VALUES[name]
    if (common !== undefined) {
      this.#add(facts, new Known<Node>(derived(node, common), node, both(when, logic.pseudoIs(name, common, true))))
      this.#add(facts, new Unknown(node, both(when, logic.pseudoIs(name, common, false)), 'string'))
      return facts
    }
    // Ref of any resource, and every other pseudo parameter, is a text.
    const isText = name.startsWith('AWS::') || this.template.resources.has(name)
    return [new Unknown(node, when, PSEUDO_SHAPES[name] ?? (isText ? 'string' : undefined))]
  }

  /** The values that a parameter can have, each at the place where it is declared. */
  parameter(parameter: Parameter, via: Node, when: When): Fact[] {
    const { logic } = this.template
    const shape: Shape = parameter.isList ? 'list' : parameter.type === 'Number' ? 'number' : 'string'
    const value = (text: Scalar): Node => (parameter.isList ? splitList(text) : text)
    if (parameter.given !== undefined) {
      const given = derived(via, parameter.given)
      return [new Known(value(given), via, when, via)]
    }
    if (parameter.isOpaque) return [new Unknown(via, when, shape)]
    const facts: Fact[] = []
    const allowed = parameter.isList ? undefined : parameter.allowedValues
    if (allowed) {
      if (allowed.length > MAX_CASES) return this.#givenUp(via, when, shape)
      const seen = new Set<string>()
      for (const one of allowed) {
        const text = literalOf(one)
        if (seen.has(text)) continue
        seen.add(text)
        this.#add(facts, new Known<Node>(one, one, both(when, logic.parameterIs(parameter, text)), via))
      }
      return facts
    }
    const fallback = parameter.default
    // An empty default means that nothing is given: what must be given stands in a condition, in Rules or in the description.
    if (!fallback || fallback.text === '' || isDynamic(fallback)) return [new Unknown(via, when, shape)]
    this.#add(facts, new Known(value(fallback), fallback, both(when, logic.parameterIs(parameter, literalOf(fallback))), via))
    this.#add(facts, new Unknown(via, both(when, logic.parameterIsNot(parameter, [literalOf(fallback)])), shape))
    return facts
  }

  #if(call: Call, when: When, depth: number): Fact[] {
    const [condition, yes, no] = call.argument.kind === 'sequence' ? call.argument.items : []
    if (!yes || !no || condition?.kind !== 'scalar') return [new Unknown(call.node, when, undefined)]
    const facts: Fact[] = []
    for (const [branch, is] of [
      [yes, true],
      [no, false],
    ] as const) {
      const branchWhen = both(when, this.template.logic.named(condition.text, is))
      if (canHold(branchWhen)) facts.push(...this.#resolve(branch, branchWhen, depth))
      else if (branchWhen.formula < 0) facts.push(new Unknown(branch, branchWhen, undefined))
    }
    return facts
  }

  #findInMap(call: Call, when: When, depth: number): Fact[] {
    const facts: Fact[] = []
    const fallback = defaultOf(call)
    for (const one of lookUp(this.template, call, when, (node, under) => this.#resolve(node, under, depth))) {
      // A mapping holds no functions; what one would give is not known.
      if (one.state === 'found' && !callOf(one.value)) this.#add(facts, new Known(one.value, one.value, one.when, call.node))
      else if (one.state === 'unknown' || one.state === 'found') facts.push(new Unknown(call.node, one.when, undefined))
      else if (fallback) facts.push(...this.#resolve(fallback, one.when, depth))
      // A missing key deploys nowhere.
      else facts.push(new Unknown(call.node, one.when, undefined))
    }
    return facts.length > 0 ? facts : [new Unknown(call.node, when, undefined)]
  }

  /** The texts that a node can be, each once. */
  #texts(node: Node, when: When, depth: number): Text[] {
    return textsOf(this.#resolve(node, when, depth))
  }

  #sub(call: Call, when: When, depth: number): Fact[] {
    const sub = subOf(call)
    if (!sub) return [new Unknown(call.node, when, 'string')]
    const { text } = sub.text
    const pieces: Piece[][] = []
    let from = 0
    for (const variable of subVariables(text)) {
      pieces.push([{ text: unescapeSub(text.slice(from, variable.start)), when }])
      pieces.push(this.#variable(variable.name, sub.variables, call.node, when, depth))
      from = variable.end
    }
    pieces.push([{ text: unescapeSub(text.slice(from)), when }])
    return this.#joined(call, sub.text, sub.text.span, when, pieces, '')
  }

  #variable(name: string, own: Mapping | undefined, at: Node, when: When, depth: number): Text[] {
    const entry = entryOf(own, name)
    if (entry) return this.#texts(entry.value, when, depth)
    const parameter = this.template.parameters.get(name)
    return textsOf(parameter ? this.parameter(parameter, at, when) : this.#pseudo(name, at, when))
  }

  #join(call: Call, when: When, depth: number): Fact[] {
    const [separator, parts] = call.argument.kind === 'sequence' ? call.argument.items : []
    if (separator?.kind !== 'scalar' || !parts) return [new Unknown(call.node, when, 'string')]
    return this.#resolve(parts, when, depth).flatMap((list) => {
      if (list.state !== 'known' || list.value.kind !== 'sequence') return [new Unknown(call.node, list.when, 'string')]
      const pieces = list.value.items.map((item): Piece[] => {
        const facts = this.#resolve(item, list.when, depth)
        const absent = facts.filter((fact) => fact.state === 'absent').map((fact): Piece => ({ text: null, when: fact.when }))
        return [...absent, ...textsOf(facts.filter((fact) => fact.state !== 'absent'))]
      })
      return this.#joined(call, call.node, call.key.span, list.when, pieces, separator.text)
    })
  }

  /** Every text that the pieces can make one after the other, each once. */
  #joined(call: Call, at: Node, span: Span, when: When, pieces: readonly (readonly Piece[])[], separator: string): Fact[] {
    let heads: { text: string | undefined; isEmpty: boolean; when: When }[] = [{ text: '', isEmpty: true, when }]
    for (const cases of pieces) {
      const next: typeof heads = []
      for (const head of heads) {
        for (const one of cases) {
          const joint = both(head.when, one.when)
          if (!canHold(joint)) continue
          if (one.text === null) next.push({ ...head, when: joint })
          else {
            const text =
              head.text === undefined || one.text === undefined ? undefined : head.text + (head.isEmpty ? '' : separator) + one.text
            if (text !== undefined && text.length > MAX_TEXT) return this.#givenUp(call.node, when, 'string')
            next.push({ text, isEmpty: false, when: joint })
          }
        }
      }
      heads = mergeTexts(next)
      if (heads.length > MAX_CASES) return this.#givenUp(call.node, when, 'string')
    }
    return heads.map((head) => {
      // The service fills in what came out as a dynamic reference.
      if (head.text === undefined || head.text.includes('{{resolve:')) return new Unknown(call.node, head.when, 'string')
      return new Known<Node>(derived(at, head.text, span), at, head.when)
    })
  }

  #select(call: Call, when: When, depth: number): Fact[] {
    const [index, from] = call.argument.kind === 'sequence' ? call.argument.items : []
    if (!index || !from) return [new Unknown(call.node, when, undefined)]
    const facts: Fact[] = []
    for (const which of this.#texts(index, when, depth)) {
      const position = which.text === undefined || !/^\d+$/.test(which.text) ? -1 : Number(which.text)
      for (const list of this.#resolve(from, which.when, depth)) {
        const items = list.state === 'known' && list.value.kind === 'sequence' ? list.value.items : []
        facts.push(...this.#itemAt(call, items, position, list.when, depth))
      }
      if (facts.length > MAX_CASES) return this.#givenUp(call.node, when, undefined)
    }
    return facts
  }

  /** The item at a position, counted without the items that are absent; unknown where the list ends before it. */
  #itemAt(call: Call, items: readonly Node[], position: number, when: When, depth: number): Fact[] {
    const facts: Fact[] = []
    /** When that many items stand before the one that is looked at. */
    let before = new Map<number, When>([[0, when]])
    for (const item of position < 0 ? [] : items) {
      const next = new Map<number, When>()
      const reach = (count: number, under: When): void => {
        const already = next.get(count)
        next.set(count, already ? either(already, under) : under)
      }
      for (const [count, under] of before) {
        if (count < position && !mayBeAbsent(item)) reach(count + 1, under)
        else {
          for (const fact of this.#resolve(item, under, depth)) {
            if (fact.state === 'absent') reach(count, fact.when)
            else if (count < position) reach(count + 1, fact.when)
            else facts.push(fact)
          }
        }
      }
      before = next
    }
    for (const under of before.values()) facts.push(new Unknown(call.node, under, undefined))
    return facts
  }

  #split(call: Call, when: When, depth: number): Fact[] {
    const [separator, from] = call.argument.kind === 'sequence' ? call.argument.items : []
    if (separator?.kind !== 'scalar' || separator.text === '' || !from) return [new Unknown(call.node, when, 'list')]
    return this.#resolve(from, when, depth).map((fact) => {
      if (fact.state !== 'known' || fact.value.kind !== 'scalar') return new Unknown(call.node, fact.when, 'list')
      return new Known<Node>(splitText(fact.value, separator.text), fact.node, fact.when, fact.via)
    })
  }

  #length(call: Call, when: When, depth: number): Fact[] {
    return this.#resolve(call.argument, when, depth).map((fact) => {
      const certain = fact.state === 'known' && fact.value.kind === 'sequence' && !fact.value.items.some(mayBeAbsent)
      if (!certain) return new Unknown(call.node, fact.when, 'number')
      return new Known<Node>(derived(call.node, (fact.value as Sequence).items.length, call.key.span), call.node, fact.when)
    })
  }

  #base64(call: Call, when: When, depth: number): Fact[] {
    return this.#resolve(call.argument, when, depth).map((fact) => {
      if (fact.state !== 'known' || fact.value.kind !== 'scalar' || fact.value.value === null)
        return new Unknown(call.node, fact.when, 'string')
      return new Known<Node>(derived(call.node, base64(fact.value.text), call.key.span), call.node, fact.when, fact.via)
    })
  }

  #cidr(call: Call, when: When, depth: number): Fact[] {
    const [block, count, bits] = call.argument.kind === 'sequence' ? call.argument.items : []
    if (!block || !count) return [new Unknown(call.node, when, 'list')]
    const facts: Fact[] = []
    for (const one of this.#texts(block, when, depth)) {
      for (const many of this.#texts(count, one.when, depth)) {
        for (const size of bits ? this.#texts(bits, many.when, depth) : [{ text: '', when: many.when }]) {
          const blocks = subnetsOf(one.text, many.text, size.text)
          if (!blocks) facts.push(new Unknown(call.node, size.when, 'list'))
          else facts.push(new Known<Node>(listAt(call, blocks), call.node, size.when))
        }
      }
      if (facts.length > MAX_CASES) return this.#givenUp(call.node, when, 'list')
    }
    return facts
  }

  #add(facts: Fact[], fact: Fact): void {
    if (canHold(fact.when)) facts.push(fact)
    else if (fact.when.formula < 0) facts.push(new Unknown(fact.node, fact.when, undefined))
  }
}

/** One of the texts that a value can be; undefined for one that only the service knows. */
export interface Text {
  readonly text: string | undefined
  readonly when: When
}

/** One of the texts that a part of a text can be; null for a part that is not there. */
type Piece = Text | { readonly text: null; readonly when: When }

const textsOf = (facts: readonly Fact[]): Text[] =>
  mergeTexts(
    facts.map((fact) => ({
      text: fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.value !== null ? literalOf(fact.value) : undefined,
      when: fact.when,
    })),
  )

/** The same text for several reasons is one case: forty instance types have two architectures. */
export function mergeTexts<T extends Text & { readonly isEmpty?: boolean }>(cases: readonly T[]): T[] {
  if (cases.length < 2) return [...cases]
  const byText = new Map<string | undefined, T>()
  let empty: T | undefined
  for (const one of cases) {
    const same = one.isEmpty ? empty : byText.get(one.text)
    const merged = same ? { ...same, when: either(same.when, one.when) } : one
    if (one.isEmpty) empty = merged
    else byText.set(one.text, merged)
  }
  return empty ? [empty, ...byText.values()] : [...byText.values()]
}

/** Whether a list may have an item or not. */
function mayBeAbsent(item: Node): boolean {
  const call = callOf(item)
  return call?.name === 'Fn::If' || call?.name === 'Fn::Transform' || isNoValue(call)
}

const isNoValue = (call: Call | undefined): boolean =>
  call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.text === 'AWS::NoValue'

const base64 = (text: string): string => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

function listAt(call: Call, texts: readonly string[]): Sequence {
  const items = texts.map((text) => derived(call.node, text, call.key.span))
  const { span, parent, key, index } = call.node
  return { kind: 'sequence', items, span, parent, key, index }
}

/** Unlike a list parameter, `Fn::Split` keeps blanks. */
function splitText(text: Scalar, separator: string): Sequence {
  const list = splitList(text, separator)
  const pieces = text.text.split(separator)
  return {
    ...list,
    items: list.items.map((item, index) => ({ ...(item as Scalar), value: pieces[index] as string, text: pieces[index] as string })),
  }
}

const unescapeSub = (text: string): string => text.replace(/\$\{!([^}]*)\}/g, '${$1}')
