/** YAML to a positioned tree. */

import fc from 'fast-check'
import { dump } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { MAX_LENGTH, parseSource, type Source } from '../../src/source/source.ts'
import { at, entryOf, MAX_DEPTH, type Mapping, type Node, pathOf, spanOf, walk } from '../../src/source/tree.ts'

const parse = (text: string, name = 'a.yaml'): Source => parseSource(text, name)
const codes = (source: Source): string[] => source.problems.map(({ code }) => code)
const cut = ({ text }: Source, { start, end }: { start: number; end: number }): string => text.slice(start, end)
/** The written text of the node at a path. */
const written = (source: Source, ...steps: (string | number)[]): string | undefined => {
  const node = at(source.root, ...steps)
  return node && cut(source, node.span)
}

/** The plain value of a tree. */
function plain(node: Node | null): unknown {
  if (node === null) return undefined
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map(plain)
  const entries = node.entries.map(({ key, value }) => [key.text, plain(value)] as const)
  return Object.defineProperties(
    {},
    Object.fromEntries(entries.map(([name, value]) => [name, { value, enumerable: true, configurable: true }])),
  )
}

describe('spans', () => {
  test('of scalars hold the quotes', () => {
    const source = parse(`a: plain text # comment\nb: 'it''s'\nc: "x\\ty"\nd: 12\n`)
    expect(['a', 'b', 'c', 'd'].map((key) => written(source, key))).toEqual(['plain text', "'it''s'", '"x\\ty"', '12'])
    expect(plain(source.root)).toEqual({ a: 'plain text', b: "it's", c: 'x\ty', d: 12 })
  })

  test('of block scalars go from the first to the last line with text', () => {
    const source = parse('a: |\n  one\n  two\n\nb: >-\n  three\n  four\nc: |2+\n    five\n\n')
    expect(written(source, 'a')).toBe('  one\n  two')
    expect(written(source, 'b')).toBe('  three\n  four')
    expect(plain(source.root)).toEqual({ a: 'one\ntwo\n', b: 'three four', c: '  five\n\n' })
  })

  test('of texts over several lines', () => {
    const source = parse('a: one\n  two\nb: "three\n  four"\nc: 1\n')
    expect(written(source, 'a')).toBe('one\n  two')
    expect(written(source, 'b')).toBe('"three\n  four"')
    expect(plain(source.root)).toEqual({ a: 'one two', b: 'three four', c: 1 })
  })

  test('of collections go from their first to their last character', () => {
    const source = parse('a:\n  b: 1\n  c:\n    - x\n    - y\nd: { e: [1, 2 ] , f: {} } # }\ng: []\n')
    expect(written(source, 'a')).toBe('b: 1\n  c:\n    - x\n    - y')
    expect(written(source, 'a', 'c')).toBe('- x\n    - y')
    expect(written(source, 'd')).toBe('{ e: [1, 2 ] , f: {} }')
    expect(written(source, 'd', 'e')).toBe('[1, 2 ]')
    expect(written(source, 'd', 'f')).toBe('{}')
    expect(written(source, 'g')).toBe('[]')
  })

  test('of flow collections with brackets in texts and comments', () => {
    const source = parse("a: [ ']', \"}\", # ]\n  x ]\nb: { c: '}' }\n")
    expect(written(source, 'a')).toBe('[ \']\', "}", # ]\n  x ]')
    expect(written(source, 'b')).toBe("{ c: '}' }")
  })

  test('of empty values stand behind the colon, those of empty list items are the dash', () => {
    const text = 'a:\nb: !Ref\nc: &x\nd: # here\n  -\n  # there - not\n  -\n  - - 1\n    -\n  - e:\n'
    const source = parse(text)
    const places: [string | number, number][] = [
      ['a', 2],
      ['c', text.indexOf('&x') + 2],
    ]
    for (const [key, offset] of places) expect(at(source.root, key)?.span, String(key)).toEqual({ start: offset, end: offset })
    expect(cut(source, spanOf(at(source.root, 'a') as Node))).toBe('a')
    const lineOf = (...steps: (string | number)[]) => source.lines.position(spanOf(at(source.root, ...steps) as Node).start)
    expect(lineOf('d', 0)).toEqual({ line: 5, column: 3 })
    expect(lineOf('d', 1)).toEqual({ line: 7, column: 3 })
    expect(lineOf('d', 2, 1)).toEqual({ line: 9, column: 5 })
    expect(written(source, 'd', 1)).toBe('-')
    expect(at(source.root, 'd', 3, 'e')?.span.start).toBe(text.length - 1)
  })

  test('what stands for a node is the smallest text', () => {
    const source = parse('a:\n  b:\n    - c: 1\n    - [x]\n    - []\n    - !Sub y\n')
    const shown = (...steps: (string | number)[]): string => cut(source, spanOf(at(source.root, ...steps) as Node))
    expect(shown('a')).toBe('a')
    expect(shown('a', 'b')).toBe('b')
    expect(shown('a', 'b', 0)).toBe('c')
    expect(shown('a', 'b', 1)).toBe('x')
    expect(shown('a', 'b', 2)).toBe('[]')
    expect(shown('a', 'b', 3)).toBe('!Sub')
    expect(shown('a', 'b', 3, 'Fn::Sub')).toBe('y')
  })

  test('in texts with Windows line breaks, marks and wide characters', () => {
    const source = parse('\uFEFFa: 1\r\nb: "é😀"\r\nc:\r\n  - d\r\n')
    expect(codes(source)).toEqual(['byte-order-mark'])
    expect(written(source, 'a')).toBe('1')
    expect(written(source, 'b')).toBe('"é😀"')
    expect(written(source, 'c', 0)).toBe('d')
    expect(source.lines.position(at(source.root, 'b')?.span.end ?? 0)).toEqual({ line: 2, column: 9 })
    expect(entryOf(source.root, 'a')?.key.text).toBe('a')
  })

  test('paths', () => {
    const source = parse('a:\n  - b: 1\n    c: !If [x, {d: 2}, 3]\n')
    const paths = [...walk(source.root as Node)].map(pathOf)
    expect(paths).toEqual([
      '',
      'a',
      'a/0',
      'a/0/b',
      'a/0/c',
      'a/0/c/Fn::If',
      'a/0/c/Fn::If/0',
      'a/0/c/Fn::If/1',
      'a/0/c/Fn::If/1/d',
      'a/0/c/Fn::If/2',
    ])
  })
})

describe('types are those of YAML 1.1', () => {
  const cases: Record<string, unknown> = {
    yes: true,
    No: false,
    on: true,
    OFF: false,
    true: true,
    y: 'y',
    n: 'n',
    '~': null,
    null: null,
    Null: null,
    nULL: 'nULL',
    '0644': 420,
    '0o644': '0o644',
    '0x1F': 31,
    '0b101': 5,
    '1_000': 1000,
    '190:20:30': 685230,
    '-12': -12,
    '+3': 3,
    '1.5': 1.5,
    '1e3': '1e3',
    '1.0e+3': 1000,
    '.5': 0.5,
    '.inf': Number.POSITIVE_INFINITY,
    '2012-10-17': '2012-10-17',
    '2010-09-09': '2010-09-09',
    '08': '08',
    '12 GB': '12 GB',
    '1.2.3': '1.2.3',
    a: 'a',
    '-': '-',
    '=': '=',
    '!!str 12': '12',
    '!!int "12"': '12',
    "'12'": '12',
    '"yes"': 'yes',
  }
  for (const [text, value] of Object.entries(cases)) {
    test(text, () => {
      const node = at(parse(`- ${text === '-' ? '"-"' : text}\n`).root, 0)
      expect(node?.kind === 'scalar' ? node.value : node?.kind).toEqual(value)
    })
  }
})

describe('tags', () => {
  test('short forms are the long ones', () => {
    const short = parse(
      "a: !Ref X\nb: !GetAtt X.Arn\nc: !Sub 'x'\nd: !If [C, !Ref Y, z]\ne: !Condition C\nf: !Select\n  - 0\n  - !GetAZs ''\n",
    )
    expect(plain(short.root)).toEqual({
      a: { Ref: 'X' },
      b: { 'Fn::GetAtt': 'X.Arn' },
      c: { 'Fn::Sub': 'x' },
      d: { 'Fn::If': ['C', { Ref: 'Y' }, 'z'] },
      e: { Condition: 'C' },
      f: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
    })
    expect((at(short.root, 'a') as Mapping).tag).toBe('!Ref')
    expect(written(short, 'd')).toBe('!If [C, !Ref Y, z]')
    expect(written(short, 'f')).toBe("!Select\n  - 0\n  - !GetAZs ''")
    expect(written(short, 'f', 'Fn::Select', 1, 'Fn::GetAZs')).toBe("''")
  })

  test('a tagged text is not typed', () => {
    expect(plain(parse('a: !Ref 12\nb: !Base64 yes\n').root)).toEqual({ a: { Ref: '12' }, b: { 'Fn::Base64': 'yes' } })
  })

  test('tags of YAML itself leave the value', () => {
    expect(plain(parse('a: !!map {b: 1}\nc: !!seq [1]\nd: !!str yes\n').root)).toEqual({ a: { b: 1 }, c: [1], d: 'yes' })
  })

  test('with anchors, in either order', () => {
    const source = parse('a: &x !Ref Y\nb: !Ref &z Y\nc: *x\nd: *z\n')
    expect(plain(source.root)).toMatchObject({ a: { Ref: 'Y' }, b: { Ref: 'Y' }, c: { Ref: 'Y' } })
    expect(codes(source)).toEqual(['alias', 'alias'])
  })
})

describe('anchors, aliases and merge keys', () => {
  test('an alias is the node of its anchor', () => {
    const source = parse('a: &x\n  b: 1\nc: *x\nd: [*x, *x]\n')
    expect(at(source.root, 'c')).toBe(at(source.root, 'a'))
    expect(pathOf(at(source.root, 'd', 1) as Node)).toBe('a')
    expect(plain(source.root)).toEqual({ a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, { b: 1 }] })
  })

  test('a later anchor of the same name counts from there', () => {
    expect(plain(parse('a: &x 1\nb: *x\nc: &x 2\nd: *x\n').root)).toEqual({ a: 1, b: 1, c: 2, d: 2 })
  })

  test('an alias without an anchor is a problem at its place', () => {
    const source = parse('a: *nobody\nb: 1\n')
    expect(codes(source)).toEqual(['undefined-alias'])
    expect(cut(source, source.problems[0]?.span ?? { start: 0, end: 0 })).toBe('*nobody')
    expect(plain(source.root)).toEqual({ a: '*nobody', b: 1 })
  })

  test('an alias inside its own anchor is a problem, not a circle', () => {
    const source = parse('a: &x\n  b: *x\nc: &y [*y]\n')
    expect(codes(source)).toEqual(['recursive-alias', 'recursive-alias'])
    expect([...walk(source.root as Node)].length).toBe(5)
  })

  test('merge keys: own keys win, then earlier merges', () => {
    const source = parse('x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0\nw:\n  c: 9\n  <<: *y\n')
    expect(plain(at(source.root, 'z') as Node)).toEqual({ a: 0, b: 1, c: 2 })
    expect(plain(at(source.root, 'w') as Node)).toEqual({ b: 2, c: 9 })
    expect(codes(source).filter((code) => code === 'merge-key')).toHaveLength(2)
    expect(entryOf(at(source.root, 'w'), 'b')?.merged).toBe(true)
    expect(pathOf(at(source.root, 'w', 'b') as Node)).toBe('y/b')
  })

  test('a quoted << is a key', () => {
    expect(plain(parse('"<<": 1\n').root)).toEqual({ '<<': 1 })
  })

  test('an alias as a key', () => {
    expect(plain(parse('a: &k name\n*k : 1\n').root)).toEqual({ a: 'name', name: 1 })
  })

  test('aliases that multiply end quickly', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 26; i++) {
      const [before, here] = [String.fromCharCode(96 + i), String.fromCharCode(97 + i)]
      bomb.push(`${here}: &${here} [${Array(10).fill(`*${before}`).join(', ')}]`)
    }
    const source = parse(bomb.join('\n'))
    expect(source.root).toBeNull()
    expect(codes(source).at(-1)).toBe('too-large')
  })

  test('merges that multiply end quickly', () => {
    const bomb = ['a: &a', ...Array.from({ length: 200 }, (_, i) => `  k${i}: ${i}`)]
    for (let i = 0; i < 20_000; i++) bomb.push(`b${i}:`, '  <<: *a')
    expect(codes(parse(bomb.join('\n'))).at(-1)).toBe('too-large')
  })
})

describe('what is wrong with a text', () => {
  test('duplicate keys are kept, the last one counts', () => {
    const source = parse('a: 1\nb: 2\na: 3\n"a": 4\n')
    expect(codes(source)).toEqual(['duplicate-key', 'duplicate-key', 'duplicate-key'])
    expect(source.problems.map(({ span }) => cut(source, span))).toEqual(['a', 'a', '"a"'])
    expect((source.root as Mapping).entries.map(({ key }) => key.text)).toEqual(['a', 'b', 'a', 'a'])
    expect(plain(at(source.root, 'a') as Node)).toBe(4)
  })

  test('names of the object prototype are names', () => {
    const source = parse('__proto__: 1\nconstructor: 2\ntoString:\n  __proto__: {a: 1}\nhasOwnProperty: 3\n')
    expect(codes(source)).toEqual([])
    expect((source.root as Mapping).entries.map(({ key }) => key.text)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(at(source.root, 'toString', '__proto__', 'a')).toBeDefined()
    expect(at(source.root, 'valueOf')).toBeUndefined()
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  test('a syntax error has a place and a reason', () => {
    for (const [text, line] of [
      ['a: [1, 2\nb: 3\n', 2],
      ['a: 1\n b: 2\n', 2],
      ['a: "x\n', 2],
      ['a:\n\t- x\n', 2],
      ['a: b: c\n', 1],
      ['a: @x\n', 1],
    ] as const) {
      const source = parse(text)
      expect(source.root, text).toBeNull()
      expect(codes(source), text).toEqual(['syntax-error'])
      const [problem] = source.problems
      expect(problem?.detail, text).not.toBe('')
      expect(problem && problem.span.start < problem.span.end && problem.span.end <= text.length, text).toBe(true)
      expect(Math.abs(source.lines.position(problem?.span.start ?? 0).line - line), text).toBeLessThanOrEqual(1)
    }
  })

  test('a second document', () => {
    const source = parse('a: 1\n---\nb: 2\n---\nc: 3\n')
    expect(codes(source)).toEqual(['several-documents'])
    expect(source.problems[0]?.span).toEqual({ start: 5, end: 8 })
    expect(plain(source.root)).toEqual({ a: 1 })
    expect(codes(parse('---\na: 1\n'))).toEqual([])
    expect(codes(parse('---\na: 1\n...\n'))).toEqual([])
    expect(codes(parse('%YAML 1.1\n---\na: 1\n'))).toEqual([])
  })

  test('nothing', () => {
    for (const text of ['', '\n', '# only this\n', '---\n', '\uFEFF'])
      expect(parse(text).root === null || plain(parse(text).root) === null, JSON.stringify(text)).toBe(true)
  })

  test('characters that are none', () => {
    const nul = parse('a: 1\0\n')
    expect(nul.root).toBeNull()
    expect(nul.problems).toEqual([{ code: 'invalid-character', span: { start: 4, end: 5 }, detail: 'U+0000' }])
    const bytes = parse('a: \uFFFD\n')
    expect(codes(bytes)).toEqual(['invalid-character'])
    expect(plain(bytes.root)).toEqual({ a: '\uFFFD' })
  })

  test('keys that are collections', () => {
    const source = parse('? [a, b]\n: 1\n? {c: d}\n: 2\n')
    expect(codes(source)).toContain('unsupported-key')
    expect(source.root?.kind).toBe('mapping')
  })

  test('nesting that is too deep, in either style', () => {
    const flow = `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`
    const block = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')
    for (const text of [flow, block, `${'- '.repeat(20_000)}x`]) {
      const source = parse(text)
      expect(source.root).toBeNull()
      expect(codes(source)).toEqual(['too-large'])
    }
    const allowed = `a: ${'['.repeat(MAX_DEPTH - 10)}${']'.repeat(MAX_DEPTH - 10)}\n`
    expect(codes(parse(allowed))).toEqual([])
  })

  test('a text of 50 MB is refused unread', () => {
    const source = parse('a: 1\n'.repeat(10 * 1024 * 1024))
    expect(source.text.length).toBeGreaterThan(MAX_LENGTH)
    expect(source.root).toBeNull()
    expect(codes(source)).toEqual(['too-large'])
  })
})

describe('any value', () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('yes', '0x10', '2012-10-17', 'a: b', '# c', "it's", ' x ', 'a\nb\n', '- d', '!Ref e', '&f', '*g', '{h', '<<'),
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4 }),
    ),
  }))
  const styles = fc.record({
    indent: fc.constantFrom(2, 4),
    flowLevel: fc.constantFrom(-1, 0, 1, 2),
    lineWidth: fc.constantFrom(-1, 20, 80),
  })

  test('is read as it was written, and every scalar stands at its span', () => {
    fc.assert(
      fc.property(value, styles, (original, style) => {
        const text = dump({ root: original }, { ...style, noRefs: true })
        // The writer of YAML 1.2 leaves some words unquoted that YAML 1.1 types; only texts that both read alike are compared.
        const source = parseSource(text, 'a.yml')
        expect(source.problems.filter(({ code }) => code !== 'merge-key' && code !== 'invalid-character')).toEqual([])
        for (const node of walk(source.root as Node)) {
          expect(node.span.start).toBeLessThanOrEqual(node.span.end)
          expect(node.span.end).toBeLessThanOrEqual(text.length)
          if (node.parent) {
            expect(node.span.start).toBeGreaterThanOrEqual(node.parent.span.start)
            expect(node.span.end).toBeLessThanOrEqual(node.parent.span.end)
          }
          if (node.kind !== 'scalar' || node.text === '' || node.style === 'literal' || node.style === 'folded') continue
          const alone = parseSource(`- ${cut(source, node.span)}\n`, 'a.yml')
          expect((at(alone.root, 0) as { text?: string })?.text ?? '').toBe(node.text)
        }
      }),
      { numRuns: 500 },
    )
  })
})
