import { childOf, type Node } from '../source/tree.ts'
import { OPAQUE } from '../text.ts'
import { canHold, type When } from '../values.ts'
import { attributeOf, callOf, subOf, subVariables } from './intrinsics.ts'
import { branchesOf, pieceOf } from './leads.ts'
import { canonical } from './logic.ts'
import { arnWith, givenBy, returnsOf } from './returns.ts'
import { deployedType } from './sam-generated.ts'
import type { Resource, Template } from './template.ts'

/**
 * A value written out as far as it goes, so that two values can be compared. What only the deployment knows keeps its
 * name in a hole: equal spellings are equal values, however they are written. `OPAQUE` stands for what has not even a name.
 */
export interface Spelling {
  readonly text: string
  /** The value, or the branch of the `Fn::If` that it is. */
  readonly node: Node
  readonly when: When
}

const HOLE = /\uE002([^\uE003]*)\uE003/g

/** What stands in a spelling for a value that only the deployment knows. Colons would be taken for those of an ARN. */
export const hole = (name: string): string => `\uE002${name.replace(/:/g, '\uE004')}\uE003`

/** Whether nothing of a spelling is unknown. */
export const isSpelledOut = (text: string): boolean => !/[\uE000\uE002]/.test(text)

/** The names in the holes of a spelling. */
export const holesIn = (text: string): string[] => [...text.matchAll(HOLE)].map((match) => nameIn(match[1] as string))

const nameIn = (text: string): string => text.replace(/\uE004/g, ':')

/** A spelling as a template would write it, for a message. */
export const writtenOf = (text: string): string => text.replace(HOLE, (_, name: string) => `\${${nameIn(name)}}`).replaceAll(OPAQUE, '…')

/** Each case of a value, spelled. Nothing for a case in which it is not set. */
export const spellingsOf = (template: Template, node: Node, when: When): Spelling[] => spellerOf(template).spellings(node, when)

/** The name of a resource as `spellingsOf` would spell it: what its name property says, else a hole with its logical ID. */
export const nameOf = (resource: Resource): string => spellerOf(resource.template).name(resource)

/** The ARN of a resource, spelled; undefined for types whose ARNs are not known here. */
export const spelledArnOf = (resource: Resource): string | undefined => spellerOf(resource.template).arn(resource)

/** The ARN of a resource of a CloudFormation type, by its spelled name; undefined for types whose ARNs are not known here. */
export function spelledArn(type: string, name: string): string | undefined {
  const returns = returnsOf(type)
  if (!returns || returns.arn.endsWith('…')) return undefined
  return arnWith(returns, { partition: hole('AWS::Partition'), region: hole('AWS::Region'), account: hole('AWS::AccountId'), name })
}

/**
 * Whether two spelled values are the same; undefined when that cannot be told. Names that CloudFormation makes up for two
 * resources differ.
 */
export function isSame(template: Template, one: string, other: string): boolean | undefined {
  if (one.includes(OPAQUE) || other.includes(OPAQUE)) return mustDiffer(one, other) ? false : undefined
  if (one === other) return true
  if ((isSpelledOut(one) && isSpelledOut(other)) || mustDiffer(one, other)) return false
  const [a, b] = [tokens(one), tokens(other)]
  if (a.length !== b.length) return undefined
  const unequal = a.flatMap((token, i) => (token === b[i] ? [] : [[token, b[i] as string] as const]))
  return unequal.every((pair) => pair.every((token) => template.resources.has(token.slice(1, -1)))) ? false : undefined
}

const tokens = (text: string): string[] => text.split(/(\uE002[^\uE003]*\uE003)/).filter((token) => token !== '')

/** Whether what stands before the first unknown part, or behind the last, excludes that both are the same. */
function mustDiffer(one: string, other: string): boolean {
  const head = (text: string): string => text.split(/[\uE000\uE002]/)[0] as string
  const tail = (text: string): string => text.split(/[\uE000\uE003]/).pop() as string
  const [a, b] = [head(one), head(other)]
  const [y, z] = [tail(one), tail(other)]
  return !(a.startsWith(b) || b.startsWith(a)) || !(y.endsWith(z) || z.endsWith(y))
}

const FUNCTION = 'AWS::Lambda::Function'
const spellers = new WeakMap<Template, Speller>()

function spellerOf(template: Template): Speller {
  let speller = spellers.get(template)
  if (!speller) {
    speller = new Speller(template)
    spellers.set(template, speller)
  }
  return speller
}

class Speller {
  readonly #names = new Map<Resource, string>()
  readonly #busy = new Set<Resource>()

  constructor(private readonly template: Template) {}

  spellings(node: Node, when: When): Spelling[] {
    return branchesOf(this.template, node, when).flatMap((branch) =>
      isNothing(branch.node) || !canHold(branch.when) ? [] : [{ text: this.#spell(branch.node), ...branch }],
    )
  }

  name(resource: Resource): string {
    let name = this.#names.get(resource)
    if (name === undefined) {
      name = this.#busy.has(resource) ? undefined : this.#guarded(resource, () => this.#nameIn(resource))
      if (name === undefined) return hole(resource.id)
      this.#names.set(resource, name)
    }
    return name
  }

  arn(resource: Resource): string | undefined {
    return spelledArn(resource.type, this.name(resource))
  }

  #nameIn(resource: Resource): string {
    const property = returnsOf(resource.type)?.property
    const node = property === undefined ? undefined : childOf(resource.node, property)
    return (node && this.#only(node)) ?? hole(resource.id)
  }

  /** What a value is in every case; undefined when cases differ or nothing is known of it. */
  #only(node: Node): string | undefined {
    if (isNothing(node)) return undefined
    const text = this.#spell(node)
    return text.includes(OPAQUE) ? undefined : text
  }

  #spell(node: Node): string {
    if (node.kind === 'scalar') {
      return node.value === null ? OPAQUE : node.text.replace(/\{\{resolve:[^{}]*\}\}/g, (reference) => hole(reference))
    }
    const call = callOf(node)
    if (!call) return OPAQUE
    switch (call.name) {
      case 'Ref':
        return call.argument.kind === 'scalar' ? this.#piece(call.argument.text, undefined, node) : OPAQUE
      case 'Fn::GetAtt': {
        const target = attributeOf(call)
        return target?.attribute === undefined ? OPAQUE : this.#piece(target.target, target.attribute, node)
      }
      case 'Fn::Sub': {
        const sub = subOf(call)
        return sub ? this.#sub(sub.text.text, (name) => childOf(sub.variables, name)) : OPAQUE
      }
      case 'Fn::Join': {
        const [separator, list] = call.argument.kind === 'sequence' ? call.argument.items : []
        if (separator?.kind !== 'scalar' || list?.kind !== 'sequence') return OPAQUE
        return list.items.flatMap((item) => (isNothing(item) ? [] : [this.#spell(item)])).join(separator.text)
      }
      case 'Fn::If':
      case 'Fn::Transform':
        return OPAQUE
      default:
        return this.#folded(node) ?? hole(canonical(node))
    }
  }

  #sub(text: string, variable: (name: string) => Node | undefined): string {
    const parts: string[] = []
    let from = 0
    const literal = (part: string): string => part.replace(/\$\{!([^}]*)\}/g, '${$1}')
    for (const { name, start, end } of subVariables(text)) {
      parts.push(literal(text.slice(from, start)))
      const own = variable(name)
      const piece = pieceOf(name)
      parts.push(own ? this.#spell(own) : this.#piece(piece.name, piece.attribute, undefined))
      from = end
    }
    return parts.join('') + literal(text.slice(from))
  }

  /** What `Ref` or an attribute gives. @param node the call, where there is one */
  #piece(id: string, attribute: string | undefined, node: Node | undefined): string {
    const resource = this.template.resources.get(id)
    if (!resource) {
      const generated = this.template.kind === 'sam' ? this.#generated(attribute === undefined ? id : `${id}.${attribute}`) : undefined
      return generated ?? (node && this.#folded(node)) ?? hole(attribute === undefined ? id : `${id}.${attribute}`)
    }
    const known = this.#ofResource(resource, attribute)
    if (known !== undefined) return known
    const dotted = this.template.kind === 'sam' && attribute ? this.#generated(`${id}.${attribute}`) : undefined
    return dotted ?? hole(attribute === undefined ? id : `${id}.${attribute}`)
  }

  #ofResource(resource: Resource, attribute: string | undefined): string | undefined {
    const type = deployedType(resource.type)
    if (type === 'AWS::Lambda::Alias' && (attribute === undefined || attribute === 'AliasArn'))
      return this.#qualified(resource, childOf(resource.node, 'Name'))
    if (type === 'AWS::Lambda::Version' && (attribute === undefined || attribute === 'FunctionArn')) return this.#qualified(resource)
    const returns = returnsOf(type)
    const gives = returns && givenBy(returns, attribute)
    return gives === 'name' ? this.name(resource) : gives === 'arn' ? this.arn(resource) : undefined
  }

  /** The ARN of an alias or a version. */
  #qualified(resource: Resource, name?: Node): string | undefined {
    const fn = childOf(resource.node, 'FunctionName')
    if (!fn || this.#busy.has(resource)) return undefined
    return this.#guarded(resource, () => {
      const of = functionIn(this.#spell(fn))?.name
      const qualifier = name ? this.#only(name) : hole(`${resource.id}.Version`)
      return of === undefined ? undefined : `${spelledArn(FUNCTION, of)}:${qualifier ?? hole(`${resource.id}.Name`)}`
    })
  }

  /** What SAM makes for a function: `Fn.Alias`, `Fn.Version`, `FnAliaslive`. */
  #generated(reference: string): string | undefined {
    const [, id = '', what, attribute] = /^(.*?)\.(Alias|Version)(?:\.(.*))?$/.exec(reference) ?? []
    const made = what ? undefined : this.template.names.sam.of(reference)
    const fn = made?.type === 'AWS::Lambda::Alias' ? made.owner : this.template.resources.get(id)
    if (fn?.type !== 'AWS::Serverless::Function') return undefined
    const alias = childOf(fn.node, 'AutoPublishAlias')
    if (!alias || (attribute !== undefined && attribute !== 'AliasArn')) return undefined
    const arn = this.arn(fn) as string
    return what === 'Version' ? `${arn}:${hole(`${id}.Version`)}` : `${arn}:${this.#only(alias) ?? hole(`${fn.id}.AutoPublishAlias`)}`
  }

  /** The text of a value that has one known value, whatever the conditions. */
  #folded(node: Node): string | undefined {
    const [fact, ...others] = this.template.resolver.resolve(node, this.template.always)
    return fact?.state === 'known' && others.length === 0 && fact.value.kind === 'scalar' && fact.value.value !== null
      ? fact.value.text
      : undefined
  }

  #guarded<T>(resource: Resource, read: () => T): T {
    this.#busy.add(resource)
    try {
      return read()
    } finally {
      this.#busy.delete(resource)
    }
  }
}

function isNothing(node: Node): boolean {
  const call = callOf(node)
  return call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.text === 'AWS::NoValue'
}

/** A function as a name or an ARN gives it. */
export interface FunctionName {
  readonly name: string
  /** A version number, `$LATEST` or the name of an alias; undefined when the name is unqualified. */
  readonly qualifier: string | undefined
}

/**
 * The name and the qualifier in a spelled name, ARN or partial ARN of a function, also within the URI by which API Gateway
 * calls it; undefined when the text is none.
 */
export function functionIn(text: string): FunctionName | undefined {
  const inUri = /\/functions\/(.*?)\/invocations/.exec(text)
  const whole = inUri?.[1] ?? text
  const match = /^(?:(?:arn:[^:]*:lambda:[^:]*:)?[^:]*:function:)?([^:/]+)(?::([^:/]+))?$/.exec(whole)
  const [, name, qualifier] = match ?? []
  return name === undefined || name === 'arn' ? undefined : { name, qualifier }
}
