import { printParseErrorCode, visit } from 'jsonc-parser'
import { table } from '../table.ts'
import type { Parsed, Problem } from './source.ts'
import { adopt, type Entry, MAX_DEPTH, MAX_NODES, type Mapping, type Node, type Scalar, type Sequence } from './tree.ts'

type Open = { node: Mapping; entries: Entry[]; key: Scalar | null; names: Map<string, Scalar> } | { node: Sequence; items: Node[] }

const messages: Record<string, string> = table({
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a quoted key is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing } is expected here',
  CloseBracketExpected: 'a closing ] is expected here',
  EndOfFileExpected: 'nothing may follow the end of the document',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'this string has no closing quote',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this is no valid \\u escape',
  InvalidEscapeCharacter: 'this is no valid escape',
  InvalidCharacter: 'this character must be escaped in a JSON string',
})

/** Reads JSON strictly. The first syntax error ends the reading: what follows it is rarely what the author meant. */
export function parseJson(text: string): Parsed {
  const problems: Problem[] = []
  const deep = tooDeep(text)
  if (deep >= 0) {
    return {
      root: null,
      problems: [{ code: 'too-large', span: { start: deep, end: deep + 1 }, detail: `nested deeper than ${MAX_DEPTH} levels` }],
    }
  }
  const stack: Open[] = []
  const told = new Set<Scalar>()
  let root: Node | null = null
  let nodes = 0

  const place = (node: Node): void => {
    nodes++
    const top = stack[stack.length - 1]
    if (!top) root ??= node
    else if ('items' in top) top.items.push(node)
    else if (top.key) {
      top.entries.push({ key: top.key, value: node })
      top.key = null
    }
  }

  const body = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
  visit(
    body,
    {
      onObjectBegin(offset) {
        const entries: Entry[] = []
        const node: Mapping = { kind: 'mapping', entries, span: { start: offset, end: offset + 1 }, parent: null, key: null, index: -1 }
        place(node)
        stack.push({ node, entries, key: null, names: new Map() })
      },
      onObjectProperty(name, offset, length) {
        const top = stack[stack.length - 1]
        if (!top || 'items' in top) return
        const key = scalar(name, name, 'double', offset, length)
        const first = top.names.get(name)
        if (first) {
          // Which of them is one too many, only the author knows: the first is shown with the others.
          for (const one of [first, key]) {
            if (told.has(one)) continue
            told.add(one)
            problems.push({ code: 'duplicate-key', span: one.span, detail: name })
          }
        } else top.names.set(name, key)
        top.key = key
      },
      onObjectEnd(offset, length) {
        const top = stack.pop()
        if (!top) return
        ;(top.node.span as { end: number }).end = offset + length
        adopt(top.node)
      },
      onArrayBegin(offset) {
        const items: Node[] = []
        const node: Sequence = { kind: 'sequence', items, span: { start: offset, end: offset + 1 }, parent: null, key: null, index: -1 }
        place(node)
        stack.push({ node, items })
      },
      onArrayEnd(offset, length) {
        const top = stack.pop()
        if (!top) return
        ;(top.node.span as { end: number }).end = offset + length
        adopt(top.node)
      },
      onLiteralValue(value, offset, length) {
        const written = body.slice(offset, offset + length)
        if (typeof value === 'string') place(scalar(value, value, 'double', offset, length))
        else place(scalar(value, written, 'plain', offset, length))
      },
      onError(code, offset, length) {
        const name = printParseErrorCode(code)
        // What is wrong with `[1,]` is the comma, not the bracket.
        const comma = /[}\]]/.test(text[offset] ?? '') ? /,\s*$/.exec(text.slice(Math.max(0, offset - 1000), offset)) : null
        if (comma) {
          const at = offset - comma[0].length
          problems.push({ code: 'syntax-error', span: { start: at, end: at + 1 }, detail: 'no comma may stand before a closing bracket' })
          return
        }
        const start = Math.min(offset, text.length)
        problems.push({
          code: 'syntax-error',
          span: { start, end: Math.min(text.length, start + Math.max(1, length)) },
          detail: messages[name] ?? name,
        })
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: true },
  )
  const firstError = problems.findIndex((problem) => problem.code === 'syntax-error')
  if (firstError >= 0) return { root: null, problems: [...problems.slice(0, firstError + 1)] }
  if (nodes > MAX_NODES) return { root: null, problems: [{ code: 'too-large', span: { start: 0, end: 1 }, detail: `${nodes} values` }] }
  return { root, problems }
}

function scalar(value: Scalar['value'], text: string, style: Scalar['style'], offset: number, length: number): Scalar {
  return { kind: 'scalar', value, text, style, span: { start: offset, end: offset + length }, parent: null, key: null, index: -1 }
}

/** The offset at which brackets nest too deeply for a recursive reader; -1 when they do not. */
function tooDeep(text: string): number {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted) {
      if (character === '\\') i++
      else if (character === '"' || character === '\n') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      if (++depth > MAX_DEPTH) return i
    } else if (character === '}' || character === ']') depth--
  }
  return -1
}
