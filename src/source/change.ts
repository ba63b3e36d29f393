/**
 * What a rule would change, said of the tree: `edits.ts` finds the characters for it. Only what is said here can be offered,
 * so that whoever applies it can tell from the tree what must come out.
 */
import { closest, distanceOf } from '../text.ts'
import { entryOf, type Mapping, type Node, type Scalar, type Span } from './tree.ts'

export type Change =
  /** Another key or scalar. `how`: as the old one is quoted, where the text can stand so; in quotes; or as it is (`true`, `0.2`). */
  | { readonly kind: 'text'; readonly node: Scalar; readonly text: string; readonly how: 'alike' | 'quoted' | 'plain' }
  /** A part of what is written. */
  | { readonly kind: 'part'; readonly node: Node; readonly span: Span; readonly text: string }
  /** An entry or a list item goes. */
  | { readonly kind: 'remove'; readonly node: Node }
  /** A new first entry. */
  | { readonly kind: 'insert'; readonly into: Mapping; readonly key: string; readonly text: string; readonly how: 'quoted' | 'plain' }
  /** A text becomes the argument of a function. */
  | { readonly kind: 'wrap'; readonly node: Scalar; readonly name: string }
  /** The argument of a function call, or the only value of a mapping, stands for all of it. */
  | { readonly kind: 'unwrap'; readonly node: Mapping }

/** Another text in place of a scalar; a text whatever it looks like, so quoted where it must be. */
export const replaceText = (node: Node, text: string): Change | undefined =>
  node.kind === 'scalar' ? { kind: 'text', node, text, how: 'alike' } : undefined

/** A number or a boolean, as it is to be written, in place of a scalar. */
export const replaceValue = (node: Node, text: string): Change | undefined =>
  node.kind === 'scalar' ? { kind: 'text', node, text, how: 'plain' } : undefined

/** A text, in quotes, in place of a scalar: the same unless said otherwise. */
export const quote = (node: Node, text?: string): Change | undefined =>
  node.kind === 'scalar' ? { kind: 'text', node, text: text ?? node.text, how: 'quoted' } : undefined

/** Another name for a key; undefined where its mapping has that key already. */
export const renameKey = (key: Scalar | null | undefined, name: string): Change | undefined =>
  key && !entryOf(key.parent, name) ? { kind: 'text', node: key, text: name, how: 'alike' } : undefined

/** Another text for a part of a scalar, which is replaced where it is written as it reads. */
export const replacePart = (node: Node, span: Span, text: string): Change => ({ kind: 'part', node, span, text })

/** The entry with this value or key, or the list item, is left out. */
export const remove = (node: Node): Change => ({ kind: 'remove', node })

/** A new first entry with a text, in quotes, as value. */
export const insertText = (into: Mapping, key: string, text: string): Change => ({ kind: 'insert', into, key, text, how: 'quoted' })

/** A new first entry with a number, a boolean or a plain word as value. */
export const insertValue = (into: Mapping, key: string, text: string): Change => ({ kind: 'insert', into, key, text, how: 'plain' })

/** The text becomes the argument of a function: `Fn::Sub`. */
export const wrap = (node: Node, name: string): Change | undefined => (node.kind === 'scalar' ? { kind: 'wrap', node, name } : undefined)

/** The argument of a function stands in place of its call. */
export const unwrap = (node: Node): Change | undefined =>
  node.kind === 'mapping' && node.entries.length === 1 ? { kind: 'unwrap', node } : undefined

/** A place that is reported. */
interface Written {
  readonly node: Node
  readonly span?: Span
  readonly when?: unknown
  readonly via?: Node | undefined
}

/** The node whose text is meant: of a value its key where that is reported; none for what a function brings here, which may be right elsewhere. */
function writtenAt(place: Node | Written | null | undefined): Node | undefined {
  if (!place || 'kind' in place) return place ?? undefined
  if (place.via) return undefined
  if (!Object.hasOwn(place, 'span')) return place.node
  return place.node.key?.span === place.span ? (place.node.key ?? undefined) : undefined
}

/** More than this is guessing. */
const MOST_TYPOS = 2

/**
 * Another spelling of a key or a scalar where it can only have been meant: one candidate is as near as none of the others, and
 * the mapping does not have it yet.
 */
export function respell(place: Node | Written | null | undefined, candidates: Iterable<string>): Change | undefined {
  const node = writtenAt(place)
  if (node?.kind !== 'scalar') return undefined
  const all = [...new Set(candidates)]
  const near = closest(node.text, all)
  if (near === undefined || distanceOf(node.text, near) > MOST_TYPOS || digitsOf(node.text) !== digitsOf(near)) return undefined
  const isKey = node.key === null && node.parent?.kind === 'mapping'
  const others = all.filter((one) => one !== near && !(isKey && entryOf(node.parent, one)))
  if (isRival(node.text, near, others)) return undefined
  return isKey ? renameKey(node, near) : replaceText(node, near)
}

/** Another number is another thing. */
const digitsOf = (word: string): string => word.replace(/\D/g, '')

/** Whether one of the others is as near; spellings that differ in case and dashes only have no rival. */
function isRival(word: string, near: string, others: readonly string[]): boolean {
  const next = closest(word, others)
  const distance = distanceOf(word, near)
  return next !== undefined && distance > 0 && distanceOf(word, next) <= distance
}
