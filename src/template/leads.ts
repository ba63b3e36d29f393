import type { Node } from '../source/tree.ts'
import { OPAQUE, WORD } from '../text.ts'
import { both, canHold, type Fact, type When } from '../values.ts'
import { attributeOf, type Call, callOf, subOf, subVariables } from './intrinsics.ts'
import { arnWith, givenBy, returnsOf } from './returns.ts'
import type { Resource, Template } from './template.ts'

/** A resource of the template that a value leads to, and what of it the value gives. */
export interface Lead {
  readonly resource: Resource
  /** The attribute that is read; undefined for what `Ref` gives. */
  readonly attribute: string | undefined
  /** What has to be edited: the logical ID, or the text that names it. */
  readonly node: Node
  /** When the value is so and the resource is there. */
  readonly when: When
}

/**
 * Every resource of the template that a value is certain to lead to: through `Ref`, `Fn::GetAtt`, a `Fn::Sub` that is
 * nothing but one `${…}`, and each branch of a `Fn::If`. Parameters, imports and literal ARNs lead nowhere.
 */
export function leadsOf(template: Template, node: Node, when: When): Lead[] {
  return branchesOf(template, node, when).flatMap((branch) => {
    const piece = onlyPiece(template, branch.node)
    const resource = piece && template.resources.get(piece.name)
    if (!piece || !resource) return []
    const joint = both(branch.when, resource.when)
    return canHold(joint) ? [{ resource, attribute: piece.attribute, node: piece.node, when: joint }] : []
  })
}

/** A node, or each branch of the `Fn::If` that it is, under the condition of the branch. */
export function branchesOf(template: Template, node: Node, when: When): { node: Node; when: When }[] {
  const call = callOf(node)
  if (call?.name !== 'Fn::If' || call.argument.kind !== 'sequence') return [{ node, when }]
  const [condition, ...branches] = call.argument.items
  if (condition?.kind !== 'scalar') return [{ node, when }]
  return branches.slice(0, 2).flatMap((branch, i) => {
    const inBranch = both(when, template.logic.named(condition.text, i === 0))
    return canHold(inBranch) ? branchesOf(template, branch, inBranch) : []
  })
}

interface Piece {
  readonly name: string
  readonly attribute: string | undefined
  readonly node: Node
}

/** `Name` or `Name.Attribute` of a `Fn::Sub`. */
export function pieceOf(variable: string): Omit<Piece, 'node'> {
  const dot = variable.startsWith('AWS::') ? -1 : variable.indexOf('.')
  return dot < 0 ? { name: variable, attribute: undefined } : { name: variable.slice(0, dot), attribute: variable.slice(dot + 1) }
}

function onlyPiece(template: Template, node: Node): Piece | undefined {
  const call = callOf(node)
  if (call?.name === 'Ref' && call.argument.kind === 'scalar')
    return { name: call.argument.text, attribute: undefined, node: call.argument }
  if (call?.name === 'Fn::GetAtt') {
    const target = attributeOf(call)
    return target?.attribute === undefined ? undefined : { name: target.target, attribute: target.attribute, node: target.targetNode }
  }
  if (call?.name === 'Fn::Sub') {
    const sub = subOf(call)
    const [variable] = sub ? subVariables(sub.text.text) : []
    if (!sub || !variable || variable.end - variable.start !== sub.text.text.length) return undefined
    const own = sub.variables?.entries.find(({ key }) => key.text === variable.name)?.value
    return own ? onlyPiece(template, own) : { ...pieceOf(variable.name), node: sub.text }
  }
  return undefined
}

/** A text as far as it is known: `OPAQUE` stands for any text, `WORD` for one without `:` and `/`. */
export interface Frame {
  readonly text: string
  readonly when: When
}

/** More combinations of the values of parameters are not looked at. */
const MAX_FRAMES = 32

/**
 * What is certain of a value that only the service knows: `arn:${AWS::Partition}:s3:::${Bucket}/*` is `arn:W:s3:::W/*`
 * where Bucket is a bucket of the template. Each known value of a parameter makes a frame of its own.
 */
export function framesOf(template: Template, node: Node, when: When): Frame[] {
  if (node.kind === 'scalar') return [{ text: node.value === null ? OPAQUE : withoutReferences(node.text), when }]
  const call = callOf(node)
  switch (call?.name) {
    case 'Ref':
      if (call.argument.kind !== 'scalar') return [{ text: OPAQUE, when }]
      return [{ text: frameOfPiece(template, { name: call.argument.text, attribute: undefined }), when }]
    case 'Fn::GetAtt': {
      const target = attributeOf(call)
      if (target?.attribute === undefined) return [{ text: OPAQUE, when }]
      return [{ text: frameOfPiece(template, { name: target.target, attribute: target.attribute }), when }]
    }
    case 'Fn::Sub':
      return framesOfSub(template, call, when)
    case 'Fn::Join':
      return framesOfJoin(template, call, when)
    default:
      return [{ text: OPAQUE, when }]
  }
}

function framesOfSub(template: Template, call: Call, when: When): Frame[] {
  const sub = subOf(call)
  if (!sub) return [{ text: OPAQUE, when }]
  const { text } = sub.text
  const parts: Part[] = []
  let from = 0
  for (const { name, start, end } of subVariables(text)) {
    parts.push(withoutEscapes(text.slice(from, start)))
    const own = sub.variables?.entries.find(({ key }) => key.text === name)?.value
    const parameter = own ? undefined : template.parameters.get(name)
    if (own) parts.push((under) => framesOfValue(template, template.resolver.resolve(own, under)))
    else if (parameter) parts.push((under) => framesOfValue(template, template.resolver.parameter(parameter, sub.text, under)))
    else parts.push(frameOfPiece(template, pieceOf(name)))
    from = end
  }
  parts.push(withoutEscapes(text.slice(from)))
  return joined(parts, '', when)
}

function framesOfJoin(template: Template, call: Call, when: When): Frame[] {
  const [separator, list] = call.argument.kind === 'sequence' ? call.argument.items : []
  if (separator?.kind !== 'scalar' || list?.kind !== 'sequence') return [{ text: OPAQUE, when }]
  return joined(
    list.items.map((item) => (under) => framesOfValue(template, template.resolver.resolve(item, under))),
    separator.text,
    when,
  )
}

/** A text, or what gives its cases; undefined for a part that is left out with its separator. */
type Part = string | ((under: When) => { text: string | undefined; when: When }[])

function joined(parts: readonly Part[], separator: string, when: When): Frame[] {
  let heads: { texts: readonly string[]; when: When }[] = [{ texts: [], when }]
  for (const part of parts) {
    const next: typeof heads = []
    for (const head of heads) {
      for (const one of typeof part === 'string' ? [{ text: part, when: head.when }] : part(head.when))
        next.push({ texts: one.text === undefined ? head.texts : [...head.texts, one.text], when: one.when })
    }
    if (next.length > MAX_FRAMES) return [{ text: OPAQUE, when }]
    heads = next
  }
  return heads.map(({ texts, when: under }) => ({ text: withoutReferences(texts.join(separator)), when: under }))
}

function framesOfValue(template: Template, facts: readonly Fact[]): { text: string | undefined; when: When }[] {
  return facts.flatMap((fact): { text: string | undefined; when: When }[] => {
    if (fact.state === 'absent') return [{ text: undefined, when: fact.when }]
    if (fact.state === 'unknown')
      return callOf(fact.node) ? unknownFrames(template, fact.node, fact.when) : [{ text: OPAQUE, when: fact.when }]
    return [{ text: fact.value.kind === 'scalar' && fact.value.value !== null ? fact.value.text : OPAQUE, when: fact.when }]
  })
}

/** The frames of a value that is unknown; those without an unknown part are told by the facts that are known. */
export const unknownFrames = (template: Template, node: Node, when: When): Frame[] =>
  framesOf(template, node, when).filter(({ text }) => /[\uE000\uE001]/.test(text))

/** A text whose dynamic references, which the service fills in, are unknown parts. */
export const withoutReferences = (text: string): string => text.replace(/\{\{resolve:[^{}]*\}\}/g, OPAQUE)

const withoutEscapes = (text: string): string => text.replace(/\$\{!([^}]*)\}/g, '${$1}')

function frameOfPiece(template: Template, { name, attribute }: Omit<Piece, 'node'>): string {
  if (attribute === undefined && name.startsWith('AWS::')) return WORDS.has(name) ? WORD : OPAQUE
  if (template.parameters.has(name)) return OPAQUE
  const resource = template.resources.get(name)
  const returns = resource && returnsOf(resource.type)
  const gives = returns && givenBy(returns, attribute)
  if (!gives) return OPAQUE
  const own = returns.isPath ? OPAQUE : WORD
  return gives === 'name' ? own : arnWith(returns, { partition: WORD, region: WORD, account: WORD, name: own }).replace('…', OPAQUE)
}

const WORDS = new Set(['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::StackName', 'AWS::URLSuffix'])
