import {
  boolYaml11Tag,
  COLLECTION_STYLE_FLOW,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  floatYaml11Tag,
  getScalarValue,
  intYaml11Tag,
  NOT_RESOLVED,
  nullYaml11Tag,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml'
import { table } from '../table.ts'
import type { Parsed, Problem } from './source.ts'
import {
  adopt,
  type Entry,
  MAX_DEPTH,
  MAX_NODES,
  type Mapping,
  type Node,
  type Scalar,
  type ScalarStyle,
  type Sequence,
  type Span,
} from './tree.ts'

const STYLES: readonly ScalarStyle[] = ['plain', 'plain', 'single', 'double', 'literal', 'folded']

/** The short-form tags of CloudFormation whose long form is not `Fn::` and the name. */
const LONG_NAMES: Readonly<Record<string, string>> = table({ '!Ref': 'Ref', '!Condition': 'Condition' })

interface Open {
  node: Mapping | Sequence
  entries: Entry[]
  items: Node[]
  key: Scalar | null
  names: Map<string, Scalar> | null
  merges: { key: Scalar; value: Node; at: number }[]
  anchor: string | null
  tag: { name: string; span: Span } | null
  flow: boolean
}

/**
 * Reads YAML 1.1 as CloudFormation does, straight from the parser's events. A syntax error leaves no root; everything
 * else (duplicate keys, unknown aliases, more than one document) is a problem beside a usable tree of the first document.
 */
export function parseYaml(text: string): Parsed {
  const problems: Problem[] = []
  const events = readEvents(text)
  if (!Array.isArray(events)) return { root: null, problems: [events] }
  return new Builder(text, events, problems).build()
}

/** How many code units may be parsed again to get past lines that only the YAML specification objects to. */
const MAX_REREAD = 20_000_000

/** More than any block is indented, so that a line moved by it is inside of every one. */
const PUSH = ' '.repeat(MAX_DEPTH)

/**
 * The parser's events, or what is wrong. YAML 1.2 wants the lines of a flow collection or a quoted text to be indented
 * deeper than their key; the loaders of AWS do not care, and templates that deploy have such lines. They are pushed in
 * for the parser, and the offsets of its events are moved back.
 */
function readEvents(text: string): Event[] | Problem {
  const pushed: number[] = []
  let current = text
  for (let read = text.length; ; read += text.length) {
    try {
      const events = parseEvents(current, { maxDepth: MAX_DEPTH })
      if (pushed.length) for (const event of events) moveBack(event as unknown as Record<string, number>, pushed)
      return events
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const position = original(error.mark?.position ?? 0, pushed)
      const line = text.lastIndexOf('\n', position - 1) + 1
      if (error.reason !== 'deficient indentation' || pushed.includes(line) || read > MAX_REREAD)
        return syntaxProblem(text, position, error.reason)
      pushed.push(line)
      pushed.sort((a, b) => a - b)
      let at = 0
      current = ''
      for (const start of pushed) {
        current += text.slice(at, start) + PUSH
        at = start
      }
      current += text.slice(at)
    }
  }
}

/** The offset in the document of an offset in the text with lines pushed in; `pushed` holds their starts, ascending. */
function original(offset: number, pushed: readonly number[]): number {
  let back = 0
  for (const start of pushed) {
    if (start + back >= offset) break
    back += Math.min(PUSH.length, offset - start - back)
  }
  return offset - back
}

const OFFSETS = ['start', 'valueStart', 'valueEnd', 'anchorStart', 'anchorEnd', 'tagStart', 'tagEnd'] as const

function moveBack(event: Record<string, number>, pushed: readonly number[]): void {
  for (const name of OFFSETS) {
    const offset = event[name]
    if (offset !== undefined && offset >= 0) event[name] = original(offset, pushed)
  }
}

class Builder {
  readonly #anchors = new Map<string, Node>()
  /** Duplicate keys that are told already. */
  readonly #told = new Set<Scalar>()
  readonly #open: Open[] = []
  readonly #weight = new Map<Node, number>()
  #root: Node | null = null
  #nodes = 0
  #end = 0

  constructor(
    private readonly text: string,
    private readonly events: Event[],
    private readonly problems: Problem[],
  ) {}

  build(): Parsed {
    let documents = 0
    for (const event of this.events) {
      if (event.type === EVENT_DOCUMENT) {
        documents++
        if (documents === 2) {
          const start = this.#documentStart()
          this.problems.push({ code: 'several-documents', span: { start, end: Math.min(start + 3, this.text.length) }, detail: '' })
          break
        }
        continue
      }
      this.#event(event)
      if (this.#nodes > MAX_NODES) {
        return {
          root: null,
          problems: [{ code: 'too-large', span: { start: 0, end: 1 }, detail: `more than ${MAX_NODES} values once aliases are expanded` }],
        }
      }
    }
    return { root: this.#root, problems: this.problems }
  }

  /** Where the marker of the next document stands. */
  #documentStart(): number {
    const marker = /^---(?=\s|$)/gm
    marker.lastIndex = this.#end
    return marker.exec(this.text)?.index ?? this.#end
  }

  #event(event: Event): void {
    switch (event.type) {
      case EVENT_SCALAR: {
        const node = this.#scalar(event)
        this.#place(this.#tagged(node, event.tagStart, event.tagEnd), this.#name(event.anchorStart, event.anchorEnd))
        break
      }
      case EVENT_ALIAS:
        this.#alias(event.anchorStart, event.anchorEnd)
        break
      case EVENT_MAPPING:
      case EVENT_SEQUENCE: {
        const span: { start: number; end: number } = { start: event.start, end: event.start }
        const base = { span, parent: null, key: null, index: -1 }
        const entries: Entry[] = []
        const items: Node[] = []
        const node: Mapping | Sequence =
          event.type === EVENT_MAPPING ? { kind: 'mapping', entries, ...base } : { kind: 'sequence', items, ...base }
        this.#open.push({
          node,
          entries,
          items,
          key: null,
          names: null,
          merges: [],
          anchor: this.#name(event.anchorStart, event.anchorEnd),
          tag:
            event.tagStart >= 0
              ? { name: this.text.slice(event.tagStart, event.tagEnd), span: { start: event.tagStart, end: event.tagEnd } }
              : null,
          flow: event.style === COLLECTION_STYLE_FLOW,
        })
        break
      }
      case EVENT_POP: {
        const top = this.#open.pop()
        if (!top) return // the end of a document
        if (top.flow) this.#end = this.#closing(top.node.kind === 'mapping' ? '}' : ']')
        ;(top.node.span as { end: number }).end = Math.max(this.#end, top.node.span.start)
        this.#merge(top)
        adopt(top.node)
        this.#weigh(top.node)
        this.#place(top.tag ? this.#long(top.tag.name, top.tag.span, top.node) : top.node, top.anchor)
        break
      }
    }
  }

  #name(start: number, end: number): string | null {
    return start >= 0 ? this.text.slice(start, end) : null
  }

  #scalar(event: ScalarEvent): Scalar {
    const style = STYLES[event.style] as ScalarStyle
    const text = getScalarValue(this.text, event)
    let start = event.valueStart
    let end = event.valueEnd
    if (start < 0) ({ start, end } = this.#emptyAt(event))
    else if (style === 'single' || style === 'double') {
      start--
      end++
    } else if (style === 'literal' || style === 'folded') {
      while (end > start && /\s/.test(this.text[end - 1] as string)) end--
    }
    this.#end = Math.max(this.#end, end)
    this.#nodes++
    const explicit = event.tagStart >= 0 ? this.text.slice(event.tagStart, event.tagEnd) : ''
    const value = style === 'plain' && (explicit === '' || explicit.startsWith('!!')) ? plainValue(text, explicit) : text
    return { kind: 'scalar', value, text, style, span: { start, end }, parent: null, key: null, index: -1 }
  }

  /** An empty value stands after its tag, its anchor or the colon of its key; an empty list item is its dash. */
  #emptyAt(event: ScalarEvent): Span {
    const written = Math.max(event.tagEnd, event.anchorEnd)
    const top = this.#open[this.#open.length - 1]
    if (written < 0 && top && !top.flow && (top.node.kind === 'sequence' || top.key)) {
      const from = Math.max(this.#end, top.node.kind === 'sequence' ? top.node.span.start : 0)
      const indicator = /(?:\s|#.*)*([-:])/y
      indicator.lastIndex = from
      const found = indicator.exec(this.text)?.[1]
      if (found === ':' && top.key) return { start: indicator.lastIndex, end: indicator.lastIndex }
      if (found === '-' && !top.key) return { start: indicator.lastIndex - 1, end: indicator.lastIndex }
    }
    const here = Math.max(this.#end, written)
    return { start: here, end: here }
  }

  #tagged(node: Scalar, tagStart: number, tagEnd: number): Node {
    if (tagStart < 0) return node
    return this.#long(this.text.slice(tagStart, tagEnd), { start: tagStart, end: tagEnd }, node)
  }

  /** `!Sub x` becomes `{ Fn::Sub: x }`; core tags (`!!str`) leave the node as it is; an unknown tag keeps its own name as key. */
  #long(tag: string, span: Span, node: Node): Node {
    if (tag.startsWith('!!') || tag === '!') return node
    const name = LONG_NAMES[tag] ?? (/^![A-Za-z]/.test(tag) ? `Fn::${tag.slice(1)}` : tag)
    const key: Scalar = { kind: 'scalar', value: name, text: name, style: 'plain', span, parent: null, key: null, index: -1 }
    this.#nodes++
    const mapping: Mapping = {
      kind: 'mapping',
      entries: [{ key, value: node }],
      tag,
      span: { start: span.start, end: Math.max(span.end, node.span.end) },
      parent: null,
      key: null,
      index: -1,
    }
    this.#weigh(adopt(mapping))
    return mapping
  }

  #alias(start: number, end: number): void {
    const name = this.text.slice(start, end)
    const span = { start: start - 1, end }
    this.#end = Math.max(this.#end, end)
    const target = this.#anchors.get(name)
    if (!target) {
      const recursive = this.#open.some((open) => open.anchor === name)
      this.problems.push({ code: recursive ? 'recursive-alias' : 'undefined-alias', span, detail: name })
      this.#place({ kind: 'scalar', value: `*${name}`, text: `*${name}`, style: 'plain', span, parent: null, key: null, index: -1 }, null)
      return
    }
    this.problems.push({ code: 'alias', span, detail: name })
    this.#nodes += this.#weight.get(target) ?? 1
    this.#place(target, null, true)
  }

  #weigh(node: Node): void {
    let weight = 1
    if (node.kind === 'mapping') for (const { value } of node.entries) weight += 1 + (this.#weight.get(value) ?? 1)
    else if (node.kind === 'sequence') for (const item of node.items) weight += this.#weight.get(item) ?? 1
    this.#weight.set(node, weight)
    this.#nodes++
  }

  /** An alias leaves its node where the anchor is, although the collection around the alias may end first. */
  #place(node: Node, anchor: string | null, isAlias = false): void {
    if (anchor !== null) this.#anchors.set(anchor, node)
    const top = this.#open[this.#open.length - 1]
    if (!top) {
      this.#root ??= node
      return
    }
    if (top.node.kind === 'sequence') {
      if (!isAlias) {
        node.parent = top.node
        node.index = top.items.length
      }
      top.items.push(node)
      return
    }
    if (!top.key) {
      top.key = this.#key(node)
      return
    }
    const { key } = top
    top.key = null
    if (!isAlias) {
      node.parent = top.node
      node.key = key
    }
    if (key.text === '<<' && key.style === 'plain') {
      this.problems.push({ code: 'merge-key', span: key.span, detail: '<<' })
      top.merges.push({ key, value: node, at: top.entries.length })
      return
    }
    top.names ??= new Map()
    const first = top.names.get(key.text)
    if (first) {
      // Which of them is one too many, only the author knows: the first is shown with the others.
      for (const one of [first, key]) this.#duplicate(one)
    } else top.names.set(key.text, key)
    top.entries.push({ key, value: node })
  }

  #duplicate(key: Scalar): void {
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.problems.push({ code: 'duplicate-key', span: key.span, detail: key.text })
  }

  #key(node: Node): Scalar {
    if (node.kind === 'scalar') return node.parent ? { ...node, parent: null, key: null, index: -1 } : node
    this.problems.push({ code: 'unsupported-key', span: { start: node.span.start, end: node.span.start + 1 }, detail: node.kind })
    return {
      kind: 'scalar',
      value: '?',
      text: '?',
      style: 'plain',
      span: { start: node.span.start, end: node.span.start + 1 },
      parent: null,
      key: null,
      index: -1,
    }
  }

  /** Own keys win over merged ones, earlier merges over later ones. */
  #merge(top: Open): void {
    if (top.merges.length === 0) return
    const own = new Set(top.entries.map((entry) => entry.key.text))
    for (const { value } of top.merges) {
      for (const source of value.kind === 'sequence' ? value.items : [value]) {
        if (source.kind !== 'mapping') continue
        for (const entry of source.entries) {
          if (own.has(entry.key.text)) continue
          own.add(entry.key.text)
          top.entries.push({ ...entry, merged: true })
          this.#nodes += this.#weight.get(entry.value) ?? 1
        }
      }
    }
  }

  /** Just behind the bracket that closes a flow collection: only blanks, commas and comments stand before it. */
  #closing(bracket: string): number {
    const { text } = this
    for (let i = this.#end; i < text.length; i++) {
      const character = text[i]
      if (character === bracket) return i + 1
      if (character === '#') while (i < text.length && text[i] !== '\n') i++
    }
    return text.length
  }
}

/** YAML 1.1 types of an unquoted scalar, timestamps excepted: CloudFormation keeps `2012-10-17` as text. */
export function plainValue(text: string, tag: string): Scalar['value'] {
  if (tag === '!!str' || tag === '!!binary') return text
  const first = text.charCodeAt(0)
  if (text === '') return null
  // Digits, signs, dots and the letters that begin a boolean or null.
  if ((first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46) {
    const int = intYaml11Tag.resolve(text, false, '')
    if (int !== NOT_RESOLVED) return int
    const float = floatYaml11Tag.resolve(text, false, '')
    if (float !== NOT_RESOLVED) return float
    return text
  }
  // The parsers of AWS keep the `y` and `n` of YAML 1.1 as text.
  if (text.length <= 5 && text.length > 1) {
    const bool = boolYaml11Tag.resolve(text, false, '')
    if (bool !== NOT_RESOLVED) return bool
    if (nullYaml11Tag.resolve(text, false, '') !== NOT_RESOLVED) return null
  }
  if (text === '~') return null
  return text
}

function syntaxProblem(text: string, at: number, words: string): Problem {
  const position = Math.min(at, text.length)
  const reason = words.replace(/\s+/g, ' ')
  if (/nesting exceeded maxDepth/.test(reason)) {
    return { code: 'too-large', span: { start: position, end: position + 1 }, detail: `nested deeper than ${MAX_DEPTH} levels` }
  }
  let start = position
  if (/multiline key/.test(reason)) start = paragraphStart(text, position)
  // The parser stops at the end of a line that it could not go on from: the last character before is what people see.
  while (start > 0 && (start >= text.length || text[start] === '\n' || text[start] === '\r')) start--
  return { code: 'syntax-error', span: { start, end: Math.min(text.length, start + 1) }, detail: reason }
}

/** The first character of the run of equally indented lines that ends before an offset. */
function paragraphStart(text: string, offset: number): number {
  const lines = text.slice(0, offset).split('\n')
  while (lines.length > 1 && lines[lines.length - 1]?.trim() === '') lines.pop()
  const indent = (line: string | undefined): number => (line === undefined || line.trim() === '' ? -1 : line.search(/\S/))
  let first = lines.length - 1
  while (first > 0 && indent(lines[first - 1]) === indent(lines[first]) && !/^\s*(#|- |[\w-]+:(\s|$))/.test(lines[first - 1] as string))
    first--
  return lines.slice(0, first).join('\n').length + (first ? 1 : 0) + Math.max(0, indent(lines[first]))
}
