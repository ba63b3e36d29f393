import { type Entry, entryOf, type Mapping, type Node, type Scalar, type Span } from '../source/tree.ts'
import { both, type When } from '../values.ts'
import { attributeOf, type Call, callOf, isLikeFunction, isLoop, subOf, subVariables } from './intrinsics.ts'
import type { Section, Template } from './template.ts'

/** How a name is used. */
export type UseKind = 'Ref' | 'GetAtt' | 'Sub' | 'DependsOn' | 'Condition' | 'FindInMap'

/** One place at which a template uses a name. */
export interface Use {
  readonly kind: UseKind
  /** The parameter, resource, pseudo parameter, condition or mapping that is meant. */
  readonly name: string
  /** Of a GetAtt, or of `${Resource.Attribute}` in a Sub. */
  readonly attribute: string | undefined
  /** The scalar that holds the name. */
  readonly node: Node
  /** Just the name, or the `${…}` of a Sub where it can be told. */
  readonly span: Span
  readonly section: Section
  /** The logical ID, output, condition, … of the section that the place belongs to. */
  readonly owner: string
  /** The resource attribute or output key that the place lies in: `Properties`, `Metadata`, `Value`, … */
  readonly within: string
  /** When the place takes effect: the conditions of its owner and of every `Fn::If` around it. */
  readonly when: When
  /** Inside `Fn::Transform` or a loop that could not be written out: what stands there may be replaced, so only its use counts. */
  readonly opaque: boolean
  readonly call: Call | undefined
}

/** A function call and where it stands. */
export interface CallPlace extends Place {
  readonly call: Call
}

/** A key that is a function, or looks like one, and where it stands. */
export interface FunctionKey extends Place {
  readonly key: Scalar
  readonly mapping: Mapping
}

/** Every use of every name in a template, collected in one walk. */
export class References {
  readonly uses: readonly Use[]
  /** Every function call with where it stands, in document order. */
  readonly calls: readonly CallPlace[]
  readonly strays: readonly FunctionKey[]
  readonly #byName = new Map<string, Use[]>()

  constructor(template: Template) {
    const collector = new Collector(template)
    this.uses = collector.uses
    this.calls = collector.calls
    this.strays = collector.strays
    for (const use of this.uses) {
      const list = this.#byName.get(use.name)
      if (list) list.push(use)
      else this.#byName.set(use.name, [use])
    }
  }

  /** Every key that is a function or looks like one, of calls and strays. */
  get functionKeys(): readonly FunctionKey[] {
    this.#functionKeys ??= [
      ...this.calls.map(({ call, section, owner, within, when, opaque }): FunctionKey => {
        return { key: call.key, mapping: call.node, section, owner, within, when, opaque }
      }),
      ...this.strays,
    ]
    return this.#functionKeys
  }
  #functionKeys: readonly FunctionKey[] | undefined

  /** The calls of a function that CloudFormation evaluates as they stand. */
  callsOf(name: string): readonly CallPlace[] {
    if (!this.#byFunction) {
      this.#byFunction = new Map()
      for (const place of this.calls) {
        if (!isEvaluated(place)) continue
        const list = this.#byFunction.get(place.call.name)
        if (list) list.push(place)
        else this.#byFunction.set(place.call.name, [place])
      }
    }
    return this.#byFunction.get(name) ?? []
  }
  #byFunction: Map<string, CallPlace[]> | undefined

  /** The uses of these kinds that CloudFormation evaluates as they stand; those in Conditions and Rules only when asked for. */
  usesOf(kinds: readonly UseKind[], sections: 'values' | 'all' = 'values'): Use[] {
    return this.uses.filter((use) => {
      if (!kinds.includes(use.kind) || !isEvaluated(use)) return false
      return sections === 'all' || (use.section !== 'Conditions' && use.section !== 'Rules')
    })
  }

  /** The uses in the argument of a call, at any depth. */
  within(call: Call): Use[] {
    return this.uses.filter(({ node }) => isBelow(node, call.node))
  }

  of(name: string): readonly Use[] {
    return this.#byName.get(name) ?? []
  }

  /** What resource `id` refers to in its own properties and attributes, itself included where it does. */
  from(id: string): Use[] {
    this.#byOwner ??= groupByOwner(this.uses)
    return this.#byOwner.get(id) ?? []
  }
  #byOwner: Map<string, Use[]> | undefined
}

function isBelow(node: Node, ancestor: Node): boolean {
  for (let here: Node | null = node; here; here = here.parent) if (here === ancestor) return true
  return false
}

/** Functions in the section Metadata are left alone, and what a macro or a loop gets may be replaced. */
const isEvaluated = ({ section, opaque }: Place): boolean => section !== 'Metadata' && !opaque

function groupByOwner(uses: readonly Use[]): Map<string, Use[]> {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    if (use.section !== 'Resources') continue
    const list = groups.get(use.owner)
    if (list) list.push(use)
    else groups.set(use.owner, [use])
  }
  return groups
}

/** Where something stands, as in `Use`. */
export interface Place extends Pick<Use, 'section' | 'owner' | 'within' | 'when' | 'opaque'> {}

/** Sections whose content is evaluated. Parameters and Mappings hold literals only. */
const EVALUATED: readonly Section[] = ['Metadata', 'Rules', 'Conditions', 'Transform', 'Hooks', 'Globals', 'Resources', 'Outputs']

/** Written out, as there are many: copying a place costs more than reading it. */
class CallAt implements CallPlace {
  readonly section: Section
  readonly owner: string
  readonly within: string
  readonly when: When
  readonly opaque: boolean

  constructor(
    place: Place,
    readonly call: Call,
  ) {
    this.section = place.section
    this.owner = place.owner
    this.within = place.within
    this.when = place.when
    this.opaque = place.opaque
  }
}

class Collector {
  readonly uses: Use[] = []
  readonly calls: CallPlace[] = []
  readonly strays: FunctionKey[] = []

  constructor(private readonly template: Template) {
    for (const section of EVALUATED) {
      const value = template.section(section)?.value
      if (!value) continue
      if (value.kind !== 'mapping') this.#walk(value, { section, owner: '', within: '', when: template.always, opaque: false })
      else
        for (const entry of value.entries) {
          const place: Place = { section, owner: entry.key.text, within: '', when: template.always, opaque: false }
          if (isLikeFunction(entry.key.text)) this.strays.push({ ...place, key: entry.key, mapping: value })
          this.#member(section, entry)
        }
    }
  }

  /** One resource, output, condition, … */
  #member(section: Section, { key, value }: Entry): void {
    const owner = key.text
    const { template } = this
    if (section === 'Conditions') {
      this.#walk(value, { section, owner, within: '', when: template.always, opaque: false })
      return
    }
    const opaque = isLoop(owner) || owner === 'Fn::Transform'
    if (value.kind !== 'mapping' || callOf(value) || opaque) {
      this.#walk(value, { section, owner, within: '', when: template.always, opaque })
      return
    }
    let when = template.always
    if (section === 'Resources' || section === 'Outputs') {
      const condition = entryOf(value, 'Condition')?.value
      if (condition?.kind === 'scalar') {
        if (condition.value !== null) when = template.logic.named(condition.text, true)
        this.#use(
          'Condition',
          condition.text,
          undefined,
          condition,
          condition.span,
          { section, owner, within: 'Condition', when: template.always, opaque: false },
          undefined,
        )
      }
    }
    for (const entry of value.entries) {
      const place: Place = { section, owner, within: entry.key.text, when, opaque: false }
      if (isLikeFunction(entry.key.text)) this.strays.push({ ...place, key: entry.key, mapping: value })
      if (section === 'Resources' && entry.key.text === 'DependsOn') {
        const items = entry.value.kind === 'sequence' ? entry.value.items : [entry.value]
        for (const item of items) {
          if (item.kind === 'scalar' && item.value !== null) this.#use('DependsOn', item.text, undefined, item, item.span, place, undefined)
          else this.#walk(item, place)
        }
      } else this.#walk(entry.value, place)
    }
  }

  #use(kind: UseKind, name: string, attribute: string | undefined, node: Node, span: Span, place: Place, call: Call | undefined): void {
    const { section, owner, within, when, opaque } = place
    this.uses.push({ kind, name, attribute, node, span, section, owner, within, when, opaque, call })
  }

  #walk(node: Node, place: Place): void {
    if (node.kind === 'scalar') return
    if (node.kind === 'sequence') {
      for (const item of node.items) this.#walk(item, place)
      return
    }
    const call = callOf(node)
    if (!call) {
      this.#mapping(node, place)
      return
    }
    this.calls.push(new CallAt(place, call))
    switch (call.name) {
      case 'Ref':
        if (call.argument.kind === 'scalar' && call.argument.value !== null) {
          this.#use('Ref', call.argument.text, undefined, call.argument, call.argument.span, place, call)
        } else this.#walk(call.argument, place)
        return
      case 'Fn::GetAtt': {
        const target = attributeOf(call)
        if (target) this.#use('GetAtt', target.target, target.attribute, target.targetNode, target.span, place, call)
        // The attribute may be a Ref to a parameter.
        if (call.argument.kind === 'sequence') for (const item of call.argument.items.slice(target ? 1 : 0)) this.#walk(item, place)
        return
      }
      case 'Fn::Sub':
        this.#sub(call, place)
        return
      case 'Fn::If':
        this.#if(call, place)
        return
      case 'Fn::FindInMap': {
        const [map] = call.argument.kind === 'sequence' ? call.argument.items : []
        if (map?.kind === 'scalar') this.#use('FindInMap', map.text, undefined, map, map.span, place, call)
        this.#walk(call.argument, place)
        return
      }
      default:
        this.#walk(call.argument, call.name === 'Fn::Transform' || isLoop(call.name) ? { ...place, opaque: true } : place)
    }
  }

  #mapping(node: Mapping, place: Place): void {
    for (const { key, value } of node.entries) {
      if (isLikeFunction(key.text) || node.tag === '!Condition') this.strays.push({ ...place, key, mapping: node })
      // `{ Condition: Name }` inside a condition expression.
      if (
        key.text === 'Condition' &&
        node.entries.length === 1 &&
        value.kind === 'scalar' &&
        (place.section === 'Conditions' || place.section === 'Rules')
      ) {
        this.#use('Condition', value.text, undefined, value, value.span, place, undefined)
      } else this.#walk(value, key.text === 'Fn::Transform' || isLoop(key.text) ? { ...place, opaque: true } : place)
    }
  }

  #if(call: Call, place: Place): void {
    const items = call.argument.kind === 'sequence' ? call.argument.items : []
    const [condition, yes, no] = items
    if (condition?.kind !== 'scalar') {
      this.#walk(call.argument, place)
      return
    }
    this.#use('Condition', condition.text, undefined, condition, condition.span, place, call)
    const { logic } = this.template
    if (yes) this.#walk(yes, { ...place, when: both(place.when, logic.named(condition.text, true)) })
    if (no) this.#walk(no, { ...place, when: both(place.when, logic.named(condition.text, false)) })
    for (const more of items.slice(3)) this.#walk(more, place)
  }

  #sub(call: Call, place: Place): void {
    const sub = subOf(call)
    if (!sub) {
      this.#walk(call.argument, place)
      return
    }
    if (sub.variables) this.#walk(sub.variables, place)
    for (const variable of subVariables(sub.text.text)) {
      if (entryOf(sub.variables, variable.name)) continue
      const dot = variable.name.indexOf('.')
      const name = dot < 0 || variable.name.startsWith('AWS::') ? variable.name : variable.name.slice(0, dot)
      const attribute = name === variable.name ? undefined : variable.name.slice(dot + 1)
      this.#use('Sub', name, attribute, sub.text, this.template.partOf(sub.text, variable.start, variable.end), place, call)
    }
  }
}
