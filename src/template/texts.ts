import { PlacedText, placedText } from '../source/embedded.ts'
import { childOf, type Node } from '../source/tree.ts'
import { OPAQUE } from '../text.ts'
import type { Properties, When } from '../values.ts'
import { type Call, callOf, subOf, subVariables } from './intrinsics.ts'
import { branchesOf } from './leads.ts'
import type { Template } from './template.ts'

/** A text of a template that is a document of its own: what is known of it, each character with its place. */
export interface EmbeddedText {
  /** Unknown parts (`${X}` of a parameter) are `OPAQUE`. */
  readonly text: PlacedText
  /** The value that it comes from: the scalar itself, or the function that puts it together. */
  readonly host: Node
  readonly when: When
}

/**
 * Every text that a property can be shown to hold. Unlike `known`, a `Fn::Sub` or `Fn::Join` with unknown parts counts:
 * a text of a hundred lines is not unknown because one word in it is.
 * @param property a key of the mapping itself, no path
 */
export function textsOf(template: Template, of: Properties, property: string): EmbeddedText[] {
  const node = childOf(of.node, property)
  return node ? textsAt(template, node, of.when) : []
}

/** The same for a node that stands where a text is wanted. */
export const textsAt = (template: Template, node: Node, when: When): EmbeddedText[] =>
  branchesOf(template, node, when).flatMap((branch) => textsIn(template, branch.node, branch.when))

function textsIn(template: Template, node: Node, when: When): EmbeddedText[] {
  const call = callOf(node)
  if (call?.name === 'Fn::Sub' || call?.name === 'Fn::Join') {
    const text = call.name === 'Fn::Sub' ? subText(template, call, when) : joinText(template, call, when)
    return text ? [{ text, host: node, when }] : []
  }
  const found: EmbeddedText[] = []
  for (const fact of template.resolver.resolve(node, when)) {
    const host = fact.state === 'absent' ? undefined : fact.node
    if (host?.kind !== 'scalar' || host.value === null || (fact.state === 'known' && fact.value !== host)) continue
    found.push({ text: withoutReferences(placedText(template.source, host)), host, when: fact.when })
  }
  return found
}

/** The service fills in dynamic references. */
function withoutReferences(text: PlacedText): PlacedText {
  return replaceParts(
    text,
    [...text.text.matchAll(/\{\{resolve:[^{}]*\}\}/g)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}

function subText(template: Template, call: Call, when: When): PlacedText | undefined {
  const sub = subOf(call)
  if (!sub) return undefined
  const whole = placedText(template.source, sub.text)
  const parts: Part[] = subVariables(whole.text).map(({ name, start, end }) => {
    const own = sub.variables?.entries.find(({ key }) => key.text === name)?.value
    const [value, ...others] = own ? template.resolver.resolve(own, when) : []
    const isConstant = value?.state === 'known' && others.length === 0 && value.value.kind === 'scalar' && value.value.value !== null
    return { start, end, text: isConstant && value.value.kind === 'scalar' ? value.value.text : OPAQUE }
  })
  // `${!Literal}` stands for `${Literal}`.
  for (const { index } of whole.text.matchAll(/\$\{!/g)) parts.push({ start: index + 2, end: index + 3, text: '' })
  return withoutReferences(replaceParts(whole, parts))
}

function joinText(template: Template, call: Call, when: When): PlacedText | undefined {
  const [separator, list] = call.argument.kind === 'sequence' ? call.argument.items : []
  if (separator?.kind !== 'scalar' || list?.kind !== 'sequence') return undefined
  const parts: PlacedText[] = []
  for (const item of list.items) {
    const end = parts.at(-1)?.end ?? item.span.start
    if (parts.length) parts.push(PlacedText.at(separator.text, { start: end, end }))
    const [only, ...others] = textsAt(template, item, when)
    parts.push(only && others.length === 0 && only.when === when ? only.text : PlacedText.opaque(item.span))
  }
  return PlacedText.join(parts)
}

interface Part {
  readonly start: number
  readonly end: number
  /** What stands there instead; an unknown part when it is not given. */
  readonly text?: string
}

function replaceParts(text: PlacedText, parts: readonly Part[]): PlacedText {
  if (parts.length === 0) return text
  const pieces: PlacedText[] = []
  let from = 0
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, part.start), PlacedText.at(part.text ?? OPAQUE, text.span(part.start, part.end)))
    from = part.end
  }
  pieces.push(text.slice(from))
  return PlacedText.join(pieces)
}
