/**
 * Documents within a document: a buildspec, a policy, a state machine that stands as text in a scalar. Every character of
 * such a text knows its place in the document, so that the text can be read as a document of its own whose tree has the
 * spans, and the paths, of the document around it. Rules need not know the difference.
 *
 * 1. `placedText(source, scalar)` gives the text of a scalar, decoded, with the place of each character.
 * 2. `PlacedText.join` puts texts together; `PlacedText.opaque` stands for a part that nobody knows yet.
 * 3. `embed(source, host, text)` reads it: a `Source` whose tree is positioned in the outer text.
 * 4. `OPAQUE_AWARE` of values.ts resolves what holds an unknown part as unknown.
 */
import { OPAQUE } from '../text.ts'
import { type Problem, parseSource, type Source } from './source.ts'
import { derived, type Node, type Scalar, type Span, walk } from './tree.ts'

/** A text with the place in the document of each of its characters. Escapes and line breaks make places longer than one. */
export class PlacedText {
  private constructor(
    readonly text: string,
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
  ) {}

  /** @param starts where each UTF-16 unit of the text begins in the document; never falling */
  static of(text: string, starts: readonly number[], ends: readonly number[]): PlacedText {
    return new PlacedText(text, starts, ends)
  }

  /** A text whose characters all stand for the same place. */
  static at(text: string, span: Span): PlacedText {
    return new PlacedText(text, new Array<number>(text.length).fill(span.start), new Array<number>(text.length).fill(span.end))
  }

  /** A part of which only the place is known. */
  static opaque(span: Span): PlacedText {
    return PlacedText.at(OPAQUE, span)
  }

  static join(parts: readonly PlacedText[]): PlacedText {
    return new PlacedText(
      parts.map((part) => part.text).join(''),
      parts.flatMap((part) => part.starts),
      parts.flatMap((part) => part.ends),
    )
  }

  /** Where it ends in the document. */
  get end(): number {
    return this.ends.at(-1) ?? 0
  }

  get isPartlyUnknown(): boolean {
    return this.text.includes(OPAQUE)
  }

  slice(start: number, end?: number): PlacedText {
    return new PlacedText(this.text.slice(start, end), this.starts.slice(start, end), this.ends.slice(start, end))
  }

  /** The place of a part, given by positions in `text`. */
  span(start: number, end: number): Span {
    const { length } = this.text
    const from = start < length ? (this.starts[start] as number) : (this.ends[length - 1] ?? 0)
    return { start: from, end: end > start ? Math.max(from, this.ends[Math.min(end, length) - 1] ?? from) : from }
  }

  /** The same characters as `inner`, which was read from this text, with their places in the document. */
  through(inner: PlacedText): PlacedText {
    return new PlacedText(
      inner.text,
      inner.starts.map((start) => this.span(start, start).start),
      inner.starts.map((start, i) => this.span(start, inner.ends[i] as number).end),
    )
  }
}

/** Where the scalars of embedded documents were read from, and the texts of scalars that were put together. */
const origins = new WeakMap<Scalar, { readonly text: PlacedText; readonly span: Span }>()
const texts = new WeakMap<Scalar, PlacedText>()

/** A scalar that stands for a text that was put together, at the place of the node that it is the value of. */
export function scalarOf(host: Node, text: PlacedText): Scalar {
  const scalar = derived(host, text.text)
  texts.set(scalar, text)
  return scalar
}

/**
 * The text of a scalar of this source, unquoted and unescaped, with the place of each character. Where a scalar does not
 * stand in the source as it reads (a derived one), every character has the place of the whole.
 */
export function placedText(source: Source, scalar: Scalar): PlacedText {
  const known = texts.get(scalar)
  if (known) return known
  const before = decoded.get(scalar)
  if (before?.source === source) return before.text
  const origin = origins.get(scalar)
  const text = origin ? origin.text.through(decode(origin.text.text, scalar, origin.span)) : decode(source.text, scalar, scalar.span)
  decoded.set(scalar, { source, text })
  return text
}

/** A text with thousands of variables is asked for thousands of parts. */
const decoded = new WeakMap<Scalar, { readonly source: Source; readonly text: PlacedText }>()

/**
 * Reads a text as a document whose tree lies within the outer one: spans are offsets into the outer text, the paths of its
 * nodes continue that of `host`, and so do its problems. The result's `text` and `lines` are those of the outer source.
 * @param host the node that the text is the value of
 */
export function embed(outer: Source, host: Node, text: PlacedText): Source {
  const inner = parseSource(text.text, '')
  const { root } = inner
  if (root) {
    const nodes = [...walk(root)]
    for (const node of nodes) {
      if (node.kind === 'mapping') for (const entry of node.entries) if (!entry.merged) move(entry.key, text)
      move(node, text)
    }
    root.parent = host.parent
    root.key = host.key
    root.index = host.index
  }
  const problems: Problem[] = inner.problems.map((problem) => ({ ...problem, span: text.span(problem.span.start, problem.span.end) }))
  return { name: outer.name, text: outer.text, format: inner.format, lines: outer.lines, root, problems }
}

function move(node: Node, text: PlacedText): void {
  const { span } = node
  if (node.kind === 'scalar') {
    if (origins.has(node)) return
    origins.set(node, { text, span })
  }
  ;(node as { span: Span }).span = text.span(span.start, span.end)
}

/** The decoded text of a scalar that is written at `span` of `raw`. */
function decode(raw: string, scalar: Scalar, span: Span): PlacedText {
  const { text, style } = scalar
  const reader = new Reader(raw, span, text)
  const isRead = style === 'literal' || style === 'folded' ? reader.block() : reader.flow(style)
  return isRead ? PlacedText.of(text, reader.starts, reader.ends) : PlacedText.at(text, span)
}

const ESCAPE = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[^\r\n])/y
const ESCAPED_BREAK = /\\(?:\r\n|\n|\r)[ \t\r\n]*/y
const FOLDED_BREAK = /[ \t]*(?:\r\n|\n|\r)[ \t\r\n]*/y
const BREAK = /\r\n|\n|\r/g

/** Finds, for each character of a text that is already decoded, the characters that it is written as. */
class Reader {
  readonly starts: number[] = []
  readonly ends: number[] = []

  constructor(
    private readonly raw: string,
    private readonly span: Span,
    private readonly text: string,
  ) {}

  /** A plain or quoted scalar. False when the text is not what is written. */
  flow(style: Scalar['style']): boolean {
    const { raw, text } = this
    const quotes = style === 'single' || style === 'double' ? 1 : 0
    const end = this.span.end - quotes
    let at = this.span.start + quotes
    while (at < end) {
      const escaped = style === 'double' && raw[at] === '\\' ? (match(ESCAPE, raw, at) ?? '') : ''
      const fold = raw[at] === ' ' || raw[at] === '\t' || raw[at] === '\r' || raw[at] === '\n' ? match(FOLDED_BREAK, raw, at) : undefined
      if (escaped) {
        // An escape above U+FFFF is one place and two units.
        const units = (text.codePointAt(this.starts.length) ?? 0) > 0xffff && escaped[1] === 'U' ? 2 : 1
        for (let i = 0; i < units; i++) this.#place(at, at + escaped.length)
        at += escaped.length
      } else if (raw[at] === '\\' && style === 'double') {
        const skipped = match(ESCAPED_BREAK, raw, at)
        if (skipped === undefined) return false
        at += skipped.length
      } else if (fold !== undefined && at + fold.length <= end) {
        const breaks = fold.match(BREAK)?.length ?? 1
        if (text[this.starts.length] === ' ') this.#place(at, at + fold.length)
        else for (let i = 1; i < breaks && text[this.starts.length] === '\n'; i++) this.#place(at, at + fold.length)
        at += fold.length
      } else {
        const doubled = style === 'single' && raw[at] === "'" ? 1 : 0
        if (raw[at] !== text[this.starts.length]) return false
        this.#place(at, at + 1 + doubled)
        at += 1 + doubled
      }
    }
    return this.starts.length === text.length
  }

  /** A literal or folded block. False when the text is not what is written. */
  block(): boolean {
    const { raw, text } = this
    const lines = this.#lines()
    const firstWritten = lines.find((line) => /[^ ]/.test(raw.slice(line.start, line.end)))
    const firstRead = text.split('\n').find((line) => /[^ ]/.test(line))
    if (!firstWritten || firstRead === undefined) return false
    const indent = leadingBlanks(raw.slice(firstWritten.start, firstWritten.end)) - leadingBlanks(firstRead)
    this.#breaks(lines, 0)
    for (const [number, line] of lines.entries()) {
      const start = Math.min(line.start + indent, line.end)
      if (start === line.end || this.starts.length === text.length) continue
      if (!text.startsWith(raw.slice(start, line.end), this.starts.length)) return false
      for (let at = start; at < line.end; at++) this.#place(at, at + 1)
      if (text[this.starts.length] === ' ') this.#place(line.end, line.next)
      else this.#breaks(lines, number)
    }
    return this.starts.length === text.length
  }

  /** The line breaks that were read next are those of the lines from here on, one each. */
  #breaks(lines: readonly Line[], from: number): void {
    for (let number = from; this.text[this.starts.length] === '\n'; number++) {
      const line = lines[Math.min(number, lines.length - 1)] as Line
      this.#place(line.end, line.next)
    }
  }

  /** The lines of the block, with the blank ones behind it: these may belong to it as well. */
  #lines(): Line[] {
    const { raw, span } = this
    const lines: Line[] = []
    for (let start = span.start; start < raw.length; ) {
      BREAK.lastIndex = start
      const found = BREAK.exec(raw)
      const end = found ? found.index : raw.length
      if (start >= span.end && /[^ \t]/.test(raw.slice(start, end))) break
      const next = found ? found.index + found[0].length : raw.length
      lines.push({ start, end, next })
      start = next
    }
    return lines
  }

  #place(start: number, end: number): void {
    this.starts.push(start)
    this.ends.push(end)
  }
}

interface Line {
  readonly start: number
  /** Before its line break. */
  readonly end: number
  /** Behind its line break. */
  readonly next: number
}

const leadingBlanks = (line: string): number => line.length - line.replace(/^ +/, '').length

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
