/** JSON to a positioned tree. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_LENGTH, parseSource, type Source } from '../../src/source/source.ts'
import { at, MAX_DEPTH, type Mapping, type Node, pathOf, walk } from '../../src/source/tree.ts'

const parse = (text: string, name = 'a.json'): Source => parseSource(text, name)
const codes = (source: Source): string[] => source.problems.map(({ code }) => code)
const cut = ({ text }: Source, { start, end }: { start: number; end: number }): string => text.slice(start, end)

/** The tree as JSON.parse would give it: of duplicates the last one, names of the prototype as own names. */
function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map(plain)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
}

describe('any value', () => {
  test('is read as JSON.parse reads it, and every node stands at its span', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), fc.constantFrom(0, 2, '\t'), (json, indentation) => {
        const value: unknown = JSON.parse(json)
        const text = JSON.stringify({ root: value }, null, indentation)
        const source = parse(text)
        expect(codes(source).filter((code) => code !== 'invalid-character')).toEqual([])
        expect(source.format).toBe('json')
        for (const node of walk(source.root as Node)) {
          expect(JSON.parse(cut(source, node.span))).toEqual(plain(node))
          if (node.key) expect(JSON.parse(cut(source, node.key.span))).toBe(node.key.text)
        }
        expect(plain(source.root as Node)).toEqual({ root: value })
      }),
      { numRuns: 300 },
    )
  })

  test('that is cut off or has a character too much ends with one error, or is still JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', '}', ',', '"', '\\', '\u0001', ':'), (json, where, extra) => {
        const offset = where % (json.length + 1)
        const text = `{"a":${json.slice(0, offset)}${extra}`
        const source = parse(text)
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        const errors = source.problems.filter(({ code }) => code === 'syntax-error')
        expect(errors.length).toBe(valid ? 0 : 1)
        expect(source.root === null).toBe(!valid)
        for (const { span } of source.problems) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is wrong', () => {
  const places: Record<string, [text: string, written: string]> = {
    'a comma too much': ['{"a": 1,}', ','],
    'a comma too little': ['{"a": 1 "b": 2}', '"b"'],
    'a comment': ['{"a": 1 // one\n}', '// one'],
    'single quotes': ["{'a': 1}", "'a'"],
    'a word': ['{"a": yes}', 'yes'],
    'more behind the end': ['{"a": 1} {', '{'],
    'a tab in a text': ['{"a": "x\ty"}', '"x\ty"'],
  }
  for (const [name, [text, piece]] of Object.entries(places)) {
    test(name, () => {
      const source = parse(text)
      expect(codes(source)).toEqual(['syntax-error'])
      const [problem] = source.problems
      expect(problem && text.indexOf(piece, 2) <= problem.span.start && problem.span.start < text.indexOf(piece, 2) + piece.length).toBe(
        true,
      )
    })
  }

  test('duplicate keys, each at its own place', () => {
    const source = parse('{"a": 1, "b": {"a": 1, "a": 2}, "a": 3}')
    expect(new Set(codes(source))).toEqual(new Set(['duplicate-key']))
    expect(source.problems.map(({ span }) => span.start)).toEqual([15, 23, 1, 32])
    expect((source.root as Mapping).entries).toHaveLength(3)
  })

  test('a byte order mark, and names of the prototype', () => {
    const source = parse('\uFEFF{"__proto__": {"x": 1}, "constructor": 2}')
    expect(codes(source)).toEqual(['byte-order-mark'])
    expect(at(source.root, '__proto__', 'x')?.span.start).toBe(21)
    expect(at(source.root, 'toString')).toBeUndefined()
    expect(pathOf(at(source.root, '__proto__', 'x') as Node)).toBe('__proto__/x')
  })

  test('nesting that is too deep', () => {
    expect(codes(parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toEqual(['too-large'])
    expect(codes(parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`))).toEqual(['too-large'])
    const depth = MAX_DEPTH - 1
    expect(codes(parse(`${'['.repeat(depth)}${']'.repeat(depth)}`))).toEqual([])
    expect(codes(parse(`{"a": "${'['.repeat(1000)}", "b": "\\"${'['.repeat(1000)}"}`))).toEqual([])
  })

  test('50 MB', () => {
    const source = parse(`[${'1,'.repeat(26 * 1024 * 1024)}1]`)
    expect(source.text.length).toBeGreaterThan(MAX_LENGTH)
    expect(codes(source)).toEqual(['too-large'])
  })
})

describe('JSON in a file of another name', () => {
  test('a .yaml file that is JSON is read as JSON', () => {
    expect(parse('{"a": 1}', 'a.yaml').format).toBe('json')
  })
  test('a .yaml file in flow style is read as YAML', () => {
    const source = parse('{a: 1, b: [x, y],}\n', 'a.yaml')
    expect(source.format).toBe('yaml')
    expect(codes(source)).toEqual([])
  })
  test('a .json file must be JSON', () => {
    expect(codes(parse('{a: 1}\n'))).toEqual(['syntax-error'])
  })
})
