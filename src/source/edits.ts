/**
 * Changes of a tree as edits of its text. Comments, quotes, indentation and line ends stay as they are; what cannot be changed
 * so is not offered: what an alias brings in, what stands within an embedded text, or what only stands for something written.
 */
import type { Change } from './change.ts'
import { placedText } from './embedded.ts'
import type { Source } from './source.ts'
import { type Mapping, type Node, type Scalar, type Sequence, type Span, walk } from './tree.ts'
import { plainValue } from './yaml.ts'

/** What stands at `span` becomes `text`. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** How a finding can be mended. */
export interface Fix {
  /** What it does, in an imperative without full stop: `Rename "Tpye" to "Type"`. */
  readonly title: string
  /** Whether the document then says what its author plainly meant; else somebody has to look. */
  readonly isSafe: boolean
  /** In the order of the text, none of them overlapping. */
  readonly edits: readonly Edit[]
  /** What they do to the tree. */
  readonly changes: readonly Change[]
}

/** The edits for some changes, in their order in the text; undefined when not all of them can be made. */
export function fixOf(source: Source, changes: readonly Change[], isSafe: boolean): Fix | undefined {
  const settled: Change[] = []
  const edits: Edit[] = []
  for (const change of changes) {
    const exact = change.kind === 'part' ? whole(source, change) : change
    const made = exact && editsOf(source, exact)
    if (!made) return undefined
    settled.push(exact)
    edits.push(...made)
  }
  edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  if (edits.length === 0 || edits.some(({ span }, i) => i > 0 && span.start < (edits[i - 1] as Edit).span.end)) return undefined
  return { title: changes.map(titleOf).join('; '), isSafe, edits, changes: settled }
}

function titleOf(change: Change): string {
  switch (change.kind) {
    case 'text':
      if (change.text === change.node.text) return change.how === 'quoted' ? `Quote ${change.text}` : `Unquote ${change.text}`
      return isKey(change.node) ? `Rename "${change.node.text}" to "${change.text}"` : `Replace "${change.node.text}" with "${change.text}"`
    case 'part':
      return change.text === '' ? 'Remove what is too much' : `Write "${change.text}"`
    case 'remove': {
      const name = isKey(change.node) ? (change.node as Scalar).text : change.node.key?.text
      return name === undefined ? 'Remove the item' : `Remove "${name}"`
    }
    case 'insert':
      return `Add ${change.key}: ${change.text}`
    case 'wrap':
      return `Use ${change.name}`
    case 'unwrap':
      return `Remove ${change.node.entries[0]?.key.text}`
  }
}

const isKey = (node: Node): boolean => node.key === null && node.parent?.kind === 'mapping'

function editsOf(source: Source, change: Change): Edit[] | undefined {
  const node = change.kind === 'insert' ? change.into : change.node
  if (change.kind !== 'part' && !isWritten(source, node)) return undefined
  switch (change.kind) {
    case 'text': {
      const written = scalarText(source, change.node, change.text, change.how)
      return written === undefined ? undefined : [{ span: change.node.span, text: written }]
    }
    case 'part':
      return [{ span: change.span, text: change.text }]
    case 'remove': {
      const span = removed(source, change.node)
      return span && [{ span, text: '' }]
    }
    case 'insert':
      return inserted(source, change)
    case 'wrap':
      return wrapped(source, change.node, change.name)
    case 'unwrap':
      return unwrapped(source, change.node)
  }
}

/** Nodes that an alias or a merge key brings to other places than their own, by source. */
const sharedOf = new WeakMap<Source, ReadonlySet<Node>>()

function shared(source: Source): ReadonlySet<Node> {
  let found = sharedOf.get(source)
  if (!found) {
    const nodes = new Set<Node>()
    if (source.root && source.problems.some(({ code }) => code === 'alias' || code === 'merge-key')) {
      for (const holder of walk(source.root)) {
        if (holder.kind === 'mapping') {
          for (const { key, value } of holder.entries) if (value.parent !== holder || value.key !== key) nodes.add(value)
        } else if (holder.kind === 'sequence') {
          for (const [i, item] of holder.items.entries()) if (item.parent !== holder || item.index !== i) nodes.add(item)
        }
      }
    }
    found = nodes
    sharedOf.set(source, found)
  }
  return found
}

/** Whether a node stands in the text itself, and nowhere else. */
function isWritten(source: Source, node: Node): boolean {
  const others = shared(source)
  let here = node
  for (let holder = node.parent; holder; here = holder, holder = here.parent) {
    if (holder.kind === 'sequence' ? holder.items[here.index] !== here : !isOwn(holder, here)) return false
    const held = holder.kind === 'mapping' && isKey(here) ? holder.entries.find(({ key }) => key === here)?.value : here
    if (!held || others.has(held)) return false
  }
  return here === source.root
}

const isOwn = (holder: Mapping, node: Node): boolean =>
  holder.entries.some(({ key, value, merged }) => !merged && (value === node || key === node))

const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]|^\s|\s$|:\s|:$|\s#|[^\x20-\x7E\u00A0-\uD7FF\uE002-\uFFFC]|^(---|\.\.\.)/
const FLOW = /[,[\]{}]/

/** Whether a text can stand without quotes, and be read as text. */
const isPlain = (text: string, inFlow: boolean): boolean =>
  text !== '' &&
  !INDICATOR.test(text) &&
  !(inFlow && FLOW.test(text)) &&
  typeof plainValue(text, '') === 'string' &&
  !/^(y|n|Y|N)$|^\d{4}-\d\d?-\d\d?|^[=~<]$|^<<$/.test(text)

/** Whether a scalar stands within brackets. */
function inFlow(source: Source, node: Node): boolean {
  for (let holder = node.parent; holder; holder = holder.parent) if (isFlow(source, holder)) return true
  return false
}

const isFlow = (source: Source, { span }: Mapping | Sequence): boolean => /[[{]/.test(source.text[span.start] ?? '')

const doubleQuoted = (text: string): string => JSON.stringify(text).replace(/[\x7F-\x9F\u2028\u2029\uFEFF]/g, escaped)
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
const quotedText = (text: string): string =>
  /[^\x20-\x7E\u00A0-\uD7FF\uE000-\uFFFC]/.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`

/** How a scalar is written once its text is another. */
function scalarText(source: Source, node: Scalar, text: string, how: 'alike' | 'quoted' | 'plain'): string | undefined {
  const isTag = isKey(node) && (node.parent as Mapping).tag !== undefined
  if (isTag) return source.text[node.span.start] === '!' ? tagOf(text) : undefined
  if (node.style === 'literal' || node.style === 'folded' || node.span.end === node.span.start) return undefined
  if (source.format === 'json') return how === 'plain' ? text : JSON.stringify(text)
  if (how === 'plain') return text
  if (node.style === 'double') return doubleQuoted(text)
  if (how === 'alike' && node.style === 'plain' && isPlain(text, inFlow(source, node))) return text
  return quotedText(text)
}

const tagOf = (name: string): string | undefined =>
  name === 'Ref' || name === 'Condition' ? `!${name}` : /^Fn::\w+$/.test(name) ? `!${name.slice(4)}` : undefined

/** A change of a part as one of the scalar that is written there; undefined unless the part is written exactly as it reads. */
function whole(source: Source, change: Change & { kind: 'part' }): (Change & { kind: 'part' }) | undefined {
  const { span, text } = change
  if (!source.root || span.end <= span.start) return undefined
  let node: Scalar | undefined
  for (const one of walk(source.root)) if (one.kind === 'scalar' && one.span.start <= span.start && span.end <= one.span.end) node = one
  if (!node || !isWritten(source, node)) return undefined
  const reads = readsAfter(source, node, span, text)
  if (reads === undefined) return undefined
  const isSafeText =
    node.style === 'double' || source.format === 'json'
      ? !/["\\\p{Cc}]/u.test(text)
      : node.style === 'single'
        ? !/['\p{Cc}]/u.test(text)
        : node.style === 'plain'
          ? isPlain(reads, inFlow(source, node)) && !/\n/.test(source.text.slice(node.span.start, node.span.end))
          : !/\p{Cc}/u.test(text) && text !== ''
  return isSafeText ? { ...change, node } : undefined
}

/** What a scalar reads as once a part of what is written is another text. */
function readsAfter(source: Source, node: Scalar, span: Span, text: string): string | undefined {
  const placed = placedText(source, node)
  let from = -1
  let to = -1
  for (let i = 0; i < placed.text.length; i++) {
    const one = placed.span(i, i + 1)
    if (from < 0 && one.start === span.start) from = i
    if (one.end === span.end) to = i + 1
  }
  if (from < 0 || to <= from || placed.text.slice(from, to) !== source.text.slice(span.start, span.end)) return undefined
  return placed.text.slice(0, from) + text + placed.text.slice(to)
}

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
const BLANK_TO_END = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)/y

/** Where an entry or an item stands with all that goes with it. */
function removed(source: Source, node: Node): Span | undefined {
  const { text } = source
  const holder = node.parent
  if (!holder || (holder.kind === 'mapping' && holder.tag !== undefined)) return undefined
  const places: Span[] =
    holder.kind === 'sequence'
      ? holder.items.map(({ span }) => span)
      : holder.entries.map(({ key, value }) => ({ start: key.span.start, end: Math.max(key.span.end, value.span.end) }))
  const i = holder.kind === 'sequence' ? node.index : holder.entries.findIndex(({ key, value }) => key === node || value === node)
  const own = places[i]
  const before = places[i - 1]
  const next = places[i + 1]
  // A mapping or a list that is left with nothing would be something else.
  if (!own || places.length === 1) return undefined
  // Where an alias stands is not known.
  if ((holder.kind === 'sequence' ? holder.items : holder.entries.map(({ value }) => value)).some((one) => one.parent !== holder))
    return undefined
  if (holder.kind === 'sequence' && holder.parent?.key?.text.startsWith('Fn::')) return undefined
  if (isFlow(source, holder)) {
    const span = next ? { start: own.start, end: next.start } : { start: (before as Span).end, end: own.end }
    return source.format === 'yaml' &&
      /#|[&*]\w/.test(text.slice(own.end, next?.start ?? own.end) + (next ? '' : text.slice(span.start, own.start)))
      ? undefined
      : span
  }
  const start = lineStart(text, own.start)
  const lead = text.slice(start, own.start)
  if (holder.kind === 'sequence' ? /^[ \t]*-[ \t]+$/.test(lead) : /^[ \t]*$/.test(lead)) {
    BLANK_TO_END.lastIndex = own.end
    if (!BLANK_TO_END.test(text)) return undefined
    return { start, end: BLANK_TO_END.lastIndex }
  }
  // The first entry of a list item: the second takes its place.
  if (holder.kind === 'mapping' && i === 0 && next && /^[ \t]*(-[ \t]+)+$/.test(lead) && !text.slice(own.end, next.start).includes('#'))
    return { start: own.start, end: next.start }
  return undefined
}

function inserted(source: Source, { into, key, text: value, how }: Change & { kind: 'insert' }): Edit[] | undefined {
  const { text, format } = source
  const others = shared(source)
  if (into.tag !== undefined || into.entries.some(({ value, merged }) => merged || others.has(value))) return undefined
  const written = format === 'json' ? (how === 'quoted' ? JSON.stringify(value) : value) : how === 'quoted' ? quotedText(value) : value
  const name = format === 'json' ? JSON.stringify(key) : key
  const first = into.entries[0]
  if (isFlow(source, into)) {
    const at = into.span.start + 1
    if (!first) return [{ span: { start: at, end: at }, text: `${name}: ${written}` }]
    const space = text.slice(at, first.key.span.start)
    if (/\S/.test(space)) return undefined
    return [{ span: { start: first.key.span.start, end: first.key.span.start }, text: `${name}: ${written},${space || ' '}` }]
  }
  if (!first) return undefined
  const { start } = first.key.span
  const column = start - lineStart(text, start)
  const lead = text.slice(start - column, start)
  if (/[^ \t-]/.test(lead) && column > 0 && !/^\uFEFF$/.test(lead)) return undefined
  const indent = /^\uFEFF$/.test(lead) ? '' : lead.replace(/-/g, ' ')
  return [{ span: { start, end: start }, text: `${name}: ${written}${breakOf(text)}${indent}` }]
}

/** How lines end. */
const breakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)$/

/** Where a scalar begins, the header of a block included. */
function headOf({ text }: Source, node: Scalar): number | undefined {
  if (node.style !== 'literal' && node.style !== 'folded') return node.span.start
  const header = BLOCK_HEADER.exec(text.slice(Math.max(0, node.span.start - 300), node.span.start))
  return header ? node.span.start - header[0].length : undefined
}

function wrapped(source: Source, node: Scalar, name: string): Edit[] | undefined {
  const { text, format } = source
  const { span } = node
  if (span.end === span.start) return undefined
  if (format === 'json') {
    return [
      { span: { start: span.start, end: span.start }, text: `{${JSON.stringify(name)}: ` },
      { span: { start: span.end, end: span.end }, text: '}' },
    ]
  }
  const tag = tagOf(name)
  const head = headOf(source, node)
  const isArgument = node.parent?.kind === 'mapping' && node.parent.tag !== undefined
  if (head === undefined || tag === undefined || isArgument || /[&!]\S*\s+$/.test(text.slice(lineStart(text, head), head))) return undefined
  return [{ span: { start: head, end: head }, text: `${tag} ` }]
}

function unwrapped(source: Source, node: Mapping): Edit[] | undefined {
  const { text } = source
  const [entry] = node.entries
  if (!entry || node.entries.length !== 1 || entry.value.parent !== node) return undefined
  const { value } = entry
  const head = value.kind === 'scalar' ? headOf(source, value) : value.span.start
  if (head === undefined || head <= node.span.start) return undefined
  if (value.kind === 'mapping' && value.tag === undefined && !isFlow(source, value)) return undefined
  if (value.kind === 'sequence' && !isFlow(source, value)) return undefined
  let { start } = node.span
  const key = node.key?.span
  // `Key:` and the call on lines of their own: the argument goes up to its key.
  if (key && value.kind === 'scalar' && /^:[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(key.end, start))) start = key.end + 1
  const lead = start === node.span.start ? '' : ' '
  if (text.slice(start, head).includes('#') || /&\S*\s+$/.test(text.slice(start, head))) return undefined
  const isRetyped =
    value.kind === 'scalar' && value.style === 'plain' && source.format === 'yaml' && typeof plainValue(value.text, '') !== 'string'
  if (isRetyped && node.tag === undefined) return undefined
  const written = isRetyped ? quotedText((value as Scalar).text) : undefined
  const edits: Edit[] = written
    ? [{ span: { start, end: value.span.end }, text: lead + written }]
    : [{ span: { start, end: head }, text: lead }]
  if (isFlow(source, node)) edits.push({ span: { start: value.span.end, end: node.span.end }, text: '' })
  return edits
}

/**
 * A tree as a text that is the same for the same values, whatever they are written as.
 * @param changes what is to be read as if it were made already
 */
export function treeText(source: Source, changes: readonly Change[] = []): string {
  const texts = new Map<Node, string>()
  const gone = new Set<Node>()
  const added = new Map<Mapping, string[]>()
  const wraps = new Map<Node, string>()
  const unwraps = new Set<Node>()
  const read = (text: string, how: string): string =>
    how === 'plain' ? scalarKey(source.format === 'json' ? JSON.parse(text) : plainValue(text, ''), text) : scalarKey(text, text)
  for (const change of changes) {
    if (change.kind === 'text') texts.set(change.node, isKey(change.node) ? change.text : read(change.text, change.how))
    else if (change.kind === 'part') {
      const node = change.node as Scalar
      const after = readsAfter(source, node, change.span, change.text) ?? ''
      texts.set(node, isKey(node) ? after : scalarKey(after, after))
    } else if (change.kind === 'remove') gone.add(change.node)
    else if (change.kind === 'insert') {
      const entry = `${JSON.stringify(change.key)}:${read(change.text, change.how)}`
      added.set(change.into, [entry, ...(added.get(change.into) ?? [])])
    } else if (change.kind === 'wrap') wraps.set(change.node, change.name)
    else unwraps.add(change.node)
  }
  const write = (node: Node): string => {
    if (node.kind === 'scalar') {
      const name = wraps.get(node)
      const own = texts.get(node) ?? scalarKey(node.value, node.text)
      return name === undefined ? own : `{${JSON.stringify(name)}:${scalarKey(node.text, node.text)}}`
    }
    if (node.kind === 'sequence')
      return `[${node.items
        .filter((item) => !gone.has(item))
        .map(write)
        .join(',')}]`
    if (unwraps.has(node)) return write((node.entries[0] as { value: Node }).value)
    const entries = node.entries
      .filter(({ key, value, merged }) => merged || !(gone.has(key) || (gone.has(value) && value.key === key)))
      .map(({ key, value }) => `${JSON.stringify(texts.get(key) ?? key.text)}:${write(value)}`)
    return `{${[...(added.get(node) ?? []), ...entries].join(',')}}`
  }
  return source.root ? write(source.root) : ''
}

const scalarKey = (value: Scalar['value'], text: string): string => `${value === null ? 'null' : typeof value} ${JSON.stringify(text)}`
