/** Texts within scalars: every character is found where it is written, however it is written. */
import fc from 'fast-check'
import { dump } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { embed, PlacedText, placedText } from '../src/source/embedded.ts'
import { parseSource } from '../src/source/source.ts'
import { at, pathOf, type Scalar, walk } from '../src/source/tree.ts'
import { OPAQUE } from '../src/text.ts'
import { ALWAYS, OPAQUE_AWARE } from '../src/values.ts'

/** What the document holds at the place of each character of the scalar under `a`. */
function written(document: string, name = 'a.yaml'): string[] {
  const source = parseSource(document, name)
  const scalar = at(source.root, 'a') as Scalar
  const placed = placedText(source, scalar)
  expect(placed.text).toBe(scalar.text)
  return [...Array(placed.text.length).keys()].map((i) => {
    const { start, end } = placed.span(i, i + 1)
    return document.slice(start, end)
  })
}

describe('the place of each character', () => {
  test.each([
    ['plain', 'a: x y\n', ['x', ' ', 'y']],
    ['plain over lines', 'a: x\n   y\n\n\n   z\n', ['x', '\n   ', 'y', '\n\n\n   ', '\n\n\n   ', 'z']],
    ['single quotes', "a: 'x''y'\n", ['x', "''", 'y']],
    ['double quotes', 'a: "x\\ny\\t\\u0041\\"\\\\"\n', ['x', '\\n', 'y', '\\t', '\\u0041', '\\"', '\\\\']],
    ['double quotes over lines', 'a: "x \\\n  y\n  z"\n', ['x', ' ', 'y', '\n  ', 'z']],
    ['an escape of two units', 'a: "\\U0001F600x"\n', ['\\U0001F600', '\\U0001F600', 'x']],
    ['literal', 'a: |\n  x\n    y\n\n  z\n', ['x', '\n', ' ', ' ', 'y', '\n', '\n', 'z', '\n']],
    ['literal with carriage returns', 'a: |\r\n  x\r\n  y\r\n', ['x', '\r\n', 'y', '\r\n']],
    ['literal with a given indentation', 'a: |1\n   x\n  y\n', [' ', ' ', 'x', '\n', ' ', 'y', '\n']],
    ['literal that begins with empty lines', 'a: |-\n\n  x\n', ['\n', 'x']],
    ['folded', 'a: >-\n  x\n  y\n\n  z\n    u\n  v\n', ['x', '\n', 'y', '\n', 'z', '\n', ' ', ' ', 'u', '\n', 'v']],
  ])('%s', (_, document, expected) => {
    expect(written(document)).toEqual(expected)
  })

  test('JSON', () => {
    expect(written('{"a": "x\\n\\u00e9\\/"}', 'a.json')).toEqual(['x', '\\n', '\\u00e9', '\\/'])
  })

  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\n  ', ':', '"', "'", '#', '- ', '\t', 'é', '\\'), maxLength: 30 })

  test('is never lost, whatever the text and however YAML writes it', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 20, max: 60 }), fc.boolean(), (text, lineWidth, forceQuotes) => {
        const document = dump({ a: text }, { lineWidth, forceQuotes })
        const plain = written(document)
        for (const [i, character] of [...text].entries()) {
          if (/[abé:#-]/.test(character)) expect(plain[i]).toBe(character)
        }
      }),
    )
  })

  test('is never lost in JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        if (text.includes('\0') || text.includes('\uFFFD')) return
        const places = written(JSON.stringify({ a: text }), 'a.json')
        for (const [i, place] of places.entries()) if (text[i] !== '"' && text[i] !== '\\') expect(JSON.parse(`"${place}"`)).toBe(text[i])
      }),
    )
  })

  test('is the whole scalar where the text is not what is written', () => {
    const source = parseSource('a: hello\n', 'a.yaml')
    const scalar = at(source.root, 'a') as Scalar
    const placed = placedText(source, { ...scalar, text: 'other' })
    expect(placed.span(2, 3)).toEqual(scalar.span)
  })
})

describe('a document within a document', () => {
  const document = 'Outer:\n  Text: |\n    version: 0.2\n    list:\n      - one\n      - "t\\u0077o"\n'
  const source = parseSource(document, 'a.yaml')
  const host = at(source.root, 'Outer', 'Text') as Scalar
  const inner = embed(source, host, placedText(source, host))

  test('has the places and paths of the outer one', () => {
    const found = [...walk(inner.root as never)].filter((node) => node.kind === 'scalar')
    expect(found.map((node) => [pathOf(node), document.slice(node.span.start, node.span.end)])).toEqual([
      ['Outer/Text/version', '0.2'],
      ['Outer/Text/list/0', 'one'],
      ['Outer/Text/list/1', '"t\\u0077o"'],
    ])
    expect(inner.text).toBe(document)
  })

  test('knows the places within its own scalars', () => {
    const two = at(inner.root, 'list', 1) as Scalar
    const { start, end } = placedText(inner, two).span(1, 2)
    expect(document.slice(start, end)).toBe('\\u0077')
  })

  test('knows them when it stands in JSON', () => {
    const json = JSON.stringify({ a: '{\n "x": "say \\"hi\\""\n}' })
    const outer = parseSource(json, 'a.json')
    const text = at(outer.root, 'a') as Scalar
    const x = at(embed(outer, text, placedText(outer, text)).root, 'x') as Scalar
    expect(x.text).toBe('say "hi"')
    const { start, end } = placedText(outer, x).span(4, 8)
    expect(json.slice(start, end)).toBe('\\\\\\"hi\\\\\\"')
  })

  test('has its problems where they are written', () => {
    const broken = 'a: |\n  x: 1\n  x: 2\n'
    const outer = parseSource(broken, 'a.yaml')
    const text = at(outer.root, 'a') as Scalar
    const problem = embed(outer, text, placedText(outer, text)).problems.at(-1)
    expect(problem?.code).toBe('duplicate-key')
    expect(outer.lines.position(problem?.span.start ?? 0)).toEqual({ line: 3, column: 3 })
  })

  test('leaves what is not known unknown', () => {
    const outer = parseSource('a: "x: 1, {b: c}"\n', 'a.yaml')
    const text = at(outer.root, 'a') as Scalar
    const placed = placedText(outer, text)
    const joined = PlacedText.join([
      PlacedText.at('x: ', text.span),
      PlacedText.opaque({ start: 4, end: 6 }),
      PlacedText.at('\ny: 2', text.span),
    ])
    expect(placed.isPartlyUnknown).toBe(false)
    expect(joined.text).toBe(`x: ${OPAQUE}\ny: 2`)
    const { root } = embed(outer, text, joined)
    const states = ['x', 'y'].map((key) => OPAQUE_AWARE.resolve(at(root, key) as Scalar, ALWAYS)[0]?.state)
    expect(states).toEqual(['unknown', 'known'])
    expect(at(root, 'x')?.span).toEqual({ start: 4, end: 6 })
  })
})
