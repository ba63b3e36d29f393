/**
 * Patterns of resource schemas: Java's dialect, as AWS publishes them, made into a JavaScript expression, and judged by how
 * long a text can keep it busy. What Java takes and JavaScript cannot say exactly is widened, never narrowed.
 */

import { table } from '../table.ts'
import type { TextShape } from './format.ts'

export interface Pattern {
  readonly expression: RegExp
  /**
   * The exponent of the worst case: steps grow with the length of the text to this power. Infinity for an exponential one,
   * which must not be run.
   */
  readonly degree: number
}

/** Steps that a match may take: some tens of milliseconds. */
const MAX_STEPS = 20_000_000

/** The longest text that the pattern may be tried on. */
export const longestText = (degree: number): number =>
  degree === Number.POSITIVE_INFINITY ? 0 : Math.floor(MAX_STEPS ** (1 / Math.max(degree, 1)))

/**
 * Reads a pattern.
 * @returns a text saying what cannot be translated, when it cannot
 */
export function readPattern(java: string): Pattern | string {
  try {
    const reader = new Reader(java)
    const tree = reader.read()
    return new Judged(new RegExp(print(tree), reader.flags), tree)
  } catch (error) {
    if (error instanceof Untranslatable || error instanceof SyntaxError) return error.message
    throw error
  }
}

/** Most texts are short, and nobody asks how long they could take. */
class Judged implements Pattern {
  #degree: number | undefined
  constructor(
    readonly expression: RegExp,
    private readonly tree: Tree,
  ) {}

  get degree(): number {
    this.#degree ??= degreeOf(this.tree)
    return this.#degree
  }
}

/** Texts of the kinds that resources have for names, none of them an ARN. */
const NAMES = [
  'name',
  'my-name-1',
  'Name_1.a',
  'ABCDEF0123',
  '/aws/lambda/name',
  '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  'i-0123456789abcdef0',
]

/**
 * What the shape of a text says of its pattern, judged once, when a schema is made.
 * @returns a text saying why the pattern is left out, when it is
 */
export function patternFacts(java: string): Pick<TextShape, 'pattern' | 'slow' | 'arn'> | string {
  const read = readPattern(java)
  if (typeof read === 'string') return `not translatable: ${read}`
  if (read.degree === Number.POSITIVE_INFINITY) return 'exponential'
  const isArn = java.includes('arn') && !NAMES.some((name) => read.expression.test(name))
  return { pattern: java, ...(read.degree > 1 && { slow: read.degree }), ...(isArn && { arn: true as const }) }
}

class Untranslatable extends Error {}

/** `set` is the inside of a character class, as JavaScript writes it. */
type Tree =
  | { readonly kind: 'set'; readonly set: string; readonly negated: boolean; readonly samples: readonly string[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly kind: 'choice'; readonly parts: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly of: Tree; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'place'; readonly text: string }
  | { readonly kind: 'look'; readonly open: string; readonly of: Tree }

const SPACE = ' \\t\\n\\v\\f\\r'
const HORIZONTAL_SPACE = ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000'

/** Java's POSIX classes, and the names that it has for Unicode's. */
const CLASSES: Readonly<Record<string, string>> = table({
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7f',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1f\\x7f',
  XDigit: '0-9a-fA-F',
  Space: SPACE,
  IsAlphabetic: '\\p{Alphabetic}',
  IsLetter: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
})

class Reader {
  #at = 0
  flags = 'u'
  constructor(private readonly text: string) {}

  read(): Tree {
    const flags = /^\(\?([a-zA-Z]+)\)/.exec(this.text)
    for (const flag of flags?.[1] ?? '') {
      if (flag === 'i' || flag === 's') this.flags += this.flags.includes(flag) ? '' : flag
      else if (flag !== 'u' && flag !== 'U') throw new Untranslatable(`the flag ${flag}`)
    }
    this.#at = flags?.[0].length ?? 0
    const tree = this.#choice()
    if (this.#at < this.text.length) throw new Untranslatable(`"${this.text[this.#at]}" at ${this.#at}`)
    return tree
  }

  #choice(): Tree {
    const parts = [this.#sequence()]
    while (this.#take('|')) parts.push(this.#sequence())
    return parts.length === 1 ? (parts[0] as Tree) : { kind: 'choice', parts }
  }

  #sequence(): Tree {
    const parts: Tree[] = []
    while (this.#at < this.text.length && this.text[this.#at] !== '|' && this.text[this.#at] !== ')') parts.push(this.#repeated())
    return parts.length === 1 ? (parts[0] as Tree) : { kind: 'sequence', parts }
  }

  #repeated(): Tree {
    let tree = this.#atom()
    for (;;) {
      const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(this.text.slice(this.#at, this.#at + 24))
      if (!match) return tree
      this.#at += match[0].length
      // A possessive loop matches less than a greedy one: dropping the + only widens.
      const lazy = this.#take('?')
      if (!lazy) this.#take('+')
      if (tree.kind === 'place' || tree.kind === 'look') throw new Untranslatable('a repeated assertion')
      const sign = match[0]
      const min = sign === '*' || sign === '?' ? 0 : sign === '+' ? 1 : Number(match[1])
      const max =
        sign === '?'
          ? 1
          : sign === '*' || sign === '+'
            ? Number.POSITIVE_INFINITY
            : !match[2]
              ? min
              : match[3]
                ? Number(match[3])
                : Number.POSITIVE_INFINITY
      if (max < min) throw new Untranslatable(`the count ${sign}`)
      tree = { kind: 'repeat', of: tree, min, max, lazy }
    }
  }

  #atom(): Tree {
    const char = this.#next()
    switch (char) {
      case '(':
        return this.#group()
      case '[':
        return this.#class()
      case '.':
        return this.flags.includes('s') ? set('\\s\\S') : { kind: 'set', set: '\\n\\r\\u0085\\u2028\\u2029', negated: true, samples: [] }
      case '^':
        return { kind: 'place', text: '^' }
      case '$':
        // Java's also stands before a line break that ends the text.
        return { kind: 'place', text: '(?=\\n?$)' }
      case '\\':
        return this.#escape()
      default:
        return literal(char)
    }
  }

  #group(): Tree {
    const open = /^\?(?::|>|<[A-Za-z][A-Za-z0-9]*>)/.exec(this.text.slice(this.#at))
    const look = /^\?<?[=!]/.exec(this.text.slice(this.#at))
    this.#at += (open ?? look)?.[0].length ?? 0
    if (!open && !look && this.text[this.#at] === '?') throw new Untranslatable('flags inside the pattern')
    const of = this.#choice()
    if (!this.#take(')')) throw new Untranslatable('an open group')
    return look ? { kind: 'look', open: `(${look[0]}`, of } : of
  }

  #escape(): Tree {
    const char = this.#next()
    if (char === 'b' || char === 'B') return { kind: 'place', text: `\\${char}` }
    if (char === 'A') return { kind: 'place', text: '^' }
    if (char === 'z' || char === 'Z') return { kind: 'place', text: '(?=\\n?$)' }
    if (char === 'Q') {
      const end = this.text.indexOf('\\E', this.#at)
      const quoted = this.text.slice(this.#at, end < 0 ? undefined : end)
      this.#at = end < 0 ? this.text.length : end + 2
      return { kind: 'sequence', parts: [...quoted].map(literal) }
    }
    if (/[1-9kGXR]/.test(char)) throw new Untranslatable(`\\${char}`)
    if (char === 'S') return { kind: 'set', set: SPACE, negated: true, samples: [] }
    return this.#escapedSet(char)
  }

  /** What follows a backslash, in a class or outside of one. */
  #escapedSet(char: string): Tree & { kind: 'set' } {
    if ('dDwWS'.includes(char)) return set(`\\${char}`)
    if (char === 's') return set(SPACE)
    if (char === 'h') return set(HORIZONTAL_SPACE)
    if (char === 'H') return { kind: 'set', set: HORIZONTAL_SPACE, negated: true, samples: [] }
    if (char === 'v') return set('\\n\\v\\f\\r\\x85\\u2028\\u2029')
    if ('tnrf'.includes(char)) return set(`\\${char}`)
    if (char === 'a') return set('\\x07')
    if (char === 'e') return set('\\x1b')
    if (char === 'p' || char === 'P') return this.#property(char === 'P')
    if (char === 'x' || char === 'u') {
      const match = (char === 'u' ? /^([0-9a-fA-F]{4})/ : /^(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]+)\})/).exec(this.text.slice(this.#at))
      if (!match) throw new Untranslatable(`\\${char}`)
      this.#at += match[0].length
      let code = Number.parseInt(match[1] ?? (match[2] as string), 16)
      const low = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(this.text.slice(this.#at))
      if (code >= 0xd800 && code <= 0xdbff && low) {
        this.#at += low[0].length
        code = 0x10000 + ((code - 0xd800) << 10) + (Number.parseInt(low[1] as string, 16) - 0xdc00)
      }
      return literal(String.fromCodePoint(code))
    }
    if (/[a-zA-Z0-9]/.test(char)) throw new Untranslatable(`\\${char}`)
    return literal(char)
  }

  #property(negated: boolean): Tree & { kind: 'set' } {
    const match = /^(?:([A-Z])|\{\^?([A-Za-z_=]+)\})/.exec(this.text.slice(this.#at))
    if (!match) throw new Untranslatable('\\p')
    this.#at += match[0].length
    const name = match[1] ?? (match[2] as string)
    const known = CLASSES[name]
    if (known) {
      if (negated) return { kind: 'set', set: known, negated: true, samples: [] }
      return set(known)
    }
    const bare = name.replace(/^Is(?=[A-Z])/, '')
    if (!/^[A-Z][a-z&]?$/.test(bare)) throw new Untranslatable(`\\p{${name}}`)
    return set(`\\${negated ? 'P' : 'p'}{${bare}}`)
  }

  #class(): Tree {
    const negated = this.#take('^')
    let inside = ''
    const samples: string[] = []
    for (let first = true; ; first = false) {
      if (this.#at >= this.text.length) throw new Untranslatable('an open class')
      const one = this.#classAtom(first)
      if (one === undefined) return { kind: 'set', set: inside, negated, samples }
      samples.push(...one.samples)
      inside += one.set
      const isChar = one.samples.length === 1
      if (isChar && this.text[this.#at] === '-' && this.#at + 1 < this.text.length && this.text[this.#at + 1] !== ']') {
        const back = this.#at
        this.#at++
        const end = this.#classAtom(false)
        if (end?.samples.length === 1 && codeOf(one) <= codeOf(end)) {
          inside += `-${end.set}`
          samples.push(...end.samples)
        } else {
          // `a-\d`: the sign stands for itself.
          this.#at = back + 1
          inside += '\\-'
          samples.push('-')
        }
      }
    }
  }

  /** One member of a class; undefined at its end. */
  #classAtom(first: boolean): (Tree & { kind: 'set' }) | undefined {
    const char = this.#next()
    if (char === ']' && !first) return undefined
    if (char === '[') throw new Untranslatable('a class in a class')
    if (char === '&' && this.text[this.#at] === '&') throw new Untranslatable('&&')
    if (char !== '\\') return literal(char)
    const escaped = this.#next()
    if (escaped === 'b') return set('\\x08')
    if (/[1-9kGXRBAzZQE]/.test(escaped)) throw new Untranslatable(`\\${escaped}`)
    const member = this.#escapedSet(escaped)
    if (member.negated) throw new Untranslatable(`\\${escaped} in a class`)
    return member
  }

  #next(): string {
    const code = this.text.codePointAt(this.#at)
    if (code === undefined) throw new Untranslatable('an early end')
    const char = String.fromCodePoint(code)
    this.#at += char.length
    return char
  }

  #take(char: string): boolean {
    if (this.text[this.#at] !== char) return false
    this.#at++
    return true
  }
}

const codeOf = (tree: Tree & { kind: 'set' }): number => tree.samples[0]?.codePointAt(0) ?? 0

const set = (inside: string): Tree & { kind: 'set' } => ({ kind: 'set', set: inside, negated: false, samples: [] })

const literal = (char: string): Tree & { kind: 'set' } => ({
  kind: 'set',
  set: /[\\\]^[\-{}()|.*+?$/]/.test(char) ? `\\${char}` : char,
  negated: false,
  samples: [char],
})

function print(tree: Tree): string {
  switch (tree.kind) {
    case 'set':
      return `[${tree.negated ? '^' : ''}${tree.set}]`
    case 'sequence':
      return tree.parts.map((part) => (part.kind === 'choice' ? `(?:${print(part)})` : print(part))).join('')
    case 'choice':
      return tree.parts.map(print).join('|')
    case 'repeat': {
      const count = tree.max === tree.min ? `{${tree.min}}` : `{${tree.min},${tree.max === Number.POSITIVE_INFINITY ? '' : tree.max}}`
      return `(?:${print(tree.of)})${count}${tree.lazy ? '?' : ''}`
    }
    case 'place':
      return tree.text
    case 'look':
      return `${tree.open}${print(tree.of)})`
  }
}

// How long it can take.

/** Stand for all others: the ASCII characters and one of every kind beyond. */
const SAMPLES = [
  ...Array.from({ length: 128 }, (_, i) => String.fromCharCode(i)),
  ...'\x85\xa0\xe9\xdf\xc9\xb2\xbd\xab\xac\xa9\u0416\u4e2d\u01c5\u02b0\u0300\u0903\u2028\u200b\u00ad\ue000\u0663\u2167\u203f\u20ac\u{1f600}\u{e0001}',
]

/** More positions than this are not analysed: the answer is Infinity. */
const MAX_POSITIONS = 400

/** Triples of states that are looked at, some milliseconds; of what is beyond, the worse is taken. */
const MAX_WORK = 100_000

/** A loop that can run more often than this counts as endless. */
const SHORT = 3

/** A position automaton: one state for each place where a character is read. */
interface Automaton {
  readonly classes: bigint[]
  /** For each state what can follow it. */
  readonly follow: Set<number>[]
  /** A step can be taken in two ways that read the same text: every such loop doubles the work. */
  ambiguous: boolean
}

interface Part {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly nullable: boolean
}

function degreeOf(tree: Tree): number {
  const looks: Tree[] = []
  const samples = new Set(SAMPLES)
  const collect = (one: Tree): void => {
    if (one.kind === 'set') for (const sample of one.samples) samples.add(sample)
    else if (one.kind === 'sequence' || one.kind === 'choice') one.parts.forEach(collect)
    else if (one.kind === 'repeat') collect(one.of)
    else if (one.kind === 'look') {
      looks.push(one.of)
      collect(one.of)
    }
  }
  collect(tree)
  const alphabet = [...samples]
  const own = [tree, ...looks].map((one) => degreeOfOne(one, alphabet))
  // A look from every position multiplies what it costs.
  return (own[0] as number) + Math.max(0, ...own.slice(1))
}

function degreeOfOne(tree: Tree, alphabet: readonly string[]): number {
  const automaton: Automaton = { classes: [], follow: [], ambiguous: false }
  const start = add(automaton, (1n << BigInt(alphabet.length)) - 1n)
  if (start === undefined) return Number.POSITIVE_INFINITY
  // A search may begin anywhere: a loop over everything in front of the pattern.
  if (!isAnchored(tree)) (automaton.follow[start] as Set<number>).add(start)
  const part = build(automaton, tree, alphabet)
  if (!part) return Number.POSITIVE_INFINITY
  link(automaton, [start], part.first)
  if (automaton.ambiguous) return Number.POSITIVE_INFINITY
  return degreeOfAutomaton(automaton)
}

function isAnchored(tree: Tree): boolean {
  if (tree.kind === 'place') return tree.text === '^'
  if (tree.kind === 'sequence') return tree.parts.length > 0 && isAnchored(tree.parts[0] as Tree)
  return tree.kind === 'choice' && tree.parts.every(isAnchored)
}

function add(automaton: Automaton, members: bigint): number | undefined {
  if (automaton.classes.length >= MAX_POSITIONS) return undefined
  automaton.follow.push(new Set())
  return automaton.classes.push(members) - 1
}

function link(automaton: Automaton, from: readonly number[], to: readonly number[]): void {
  for (const a of from) {
    const follow = automaton.follow[a] as Set<number>
    for (const b of to) follow.add(b)
  }
}

const EMPTY: Part = { first: [], last: [], nullable: true }

function build(automaton: Automaton, tree: Tree, alphabet: readonly string[]): Part | undefined {
  switch (tree.kind) {
    case 'set': {
      const test = new RegExp(`^${print(tree)}$`, 'u')
      let members = 0n
      alphabet.forEach((char, i) => {
        if (test.test(char)) members |= 1n << BigInt(i)
      })
      const state = add(automaton, members)
      return state === undefined ? undefined : { first: [state], last: [state], nullable: false }
    }
    case 'place':
    case 'look':
      return EMPTY
    case 'choice': {
      const parts: Part[] = []
      for (const one of tree.parts) {
        const part = build(automaton, one, alphabet)
        if (!part) return undefined
        parts.push(part)
      }
      return {
        first: parts.flatMap((part) => part.first),
        last: parts.flatMap((part) => part.last),
        nullable: parts.some((part) => part.nullable),
      }
    }
    case 'sequence': {
      let whole = EMPTY
      for (const one of tree.parts) {
        const part = build(automaton, one, alphabet)
        if (!part) return undefined
        whole = join(automaton, whole, part)
      }
      return whole
    }
    case 'repeat': {
      const endless = tree.max > Math.max(tree.min, SHORT)
      // Many copies of the same thing say no more than a few, unless they are counted exactly.
      const copies = endless ? Math.max(1, Math.min(tree.min, SHORT)) : Math.min(tree.max, 64)
      let whole = EMPTY
      for (let i = 0; i < copies; i++) {
        let part = build(automaton, tree.of, alphabet)
        if (!part) return undefined
        if (endless && i === copies - 1) {
          for (const a of part.last) {
            for (const b of part.first) {
              if ((automaton.follow[a] as Set<number>).has(b)) automaton.ambiguous = true
            }
          }
          link(automaton, part.last, part.first)
          if (part.nullable && part.first.length === 0) return EMPTY
        }
        if (i >= tree.min) part = { ...part, nullable: true }
        whole = join(automaton, whole, part)
      }
      return whole
    }
  }
}

function join(automaton: Automaton, a: Part, b: Part): Part {
  link(automaton, a.last, b.first)
  return {
    first: a.nullable ? [...a.first, ...b.first] : a.first,
    last: b.nullable ? [...a.last, ...b.last] : b.last,
    nullable: a.nullable && b.nullable,
  }
}

/**
 * Weber and Seidl's criteria: exponential when a state comes back to itself in two ways with the same text; otherwise one
 * more than the longest chain of loops that can read the same text in each other's place.
 */
function degreeOfAutomaton({ classes, follow }: Automaton): number {
  const count = classes.length
  const component = components(count, (state) => follow[state] as Set<number>)
  const inLoop = (state: number): boolean =>
    (follow[state] as Set<number>).has(state) || component.some((other, i) => i !== state && other === component[state])
  const loops = Array.from({ length: count }, (_, i) => i).filter(inLoop)
  const overlaps = (a: number, b: number): boolean => ((classes[a] as bigint) & (classes[b] as bigint)) !== 0n

  const within = (a: number, b: number): boolean => component[a] === component[b]
  // Two ways through a loop that read the same text part at some state and meet again: each round doubles them. From where they
  // meet, the loop leads both together to where they parted.
  const parted = new Set<number>()
  const stack: [number, number][] = loops.map((p) => [p, p])
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [a, b] = top
    for (const x of follow[a] as Set<number>) {
      if (!within(x, a)) continue
      for (const y of follow[b] as Set<number>) {
        if (!within(y, a) || !overlaps(x, y)) continue
        if (x === y) {
          if (a !== b) return Number.POSITIVE_INFINITY
          continue
        }
        const key = x * count + y
        if (parted.has(key)) continue
        parted.add(key)
        stack.push([x, y])
      }
    }
  }

  // Edges between loops p and q with a text that leads p to p, p to q and q to q.
  const longest = new Map<number, number>()
  const edges = new Map<number, Set<number>>()
  const reach = reachable(count, follow)
  const budget = { left: MAX_WORK }
  for (const p of loops) {
    for (const q of loops) {
      const from = component[p] as number
      const to = component[q] as number
      if (from === to || edges.get(from)?.has(to) || !reach(p, q)) continue
      if (confusable(p, q, follow, overlaps, within, reach, budget)) edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  const chain = (from: number): number => {
    let length = longest.get(from)
    if (length === undefined) {
      length = 1 + Math.max(0, ...[...(edges.get(from) ?? [])].map(chain))
      longest.set(from, length)
    }
    return length
  }
  return Math.max(1, ...new Set(loops.map((p) => chain(component[p] as number))))
}

function confusable(
  p: number,
  q: number,
  follow: readonly Set<number>[],
  overlaps: (a: number, b: number) => boolean,
  within: (a: number, b: number) => boolean,
  reach: (a: number, b: number) => boolean,
  budget: { left: number },
): boolean {
  const count = follow.length
  const seen = new Set<number>()
  const stack: [number, number, number][] = [[p, p, q]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [a, b, c] = top
    for (const x of follow[a] as Set<number>) {
      if (!within(x, p)) continue
      for (const z of follow[c] as Set<number>) {
        if (!within(z, q) || !overlaps(x, z)) continue
        for (const y of follow[b] as Set<number>) {
          if (budget.left-- <= 0) return true
          if (!overlaps(x, y) || !overlaps(y, z) || (y !== q && !reach(y, q))) continue
          if (x === p && y === q && z === q) return true
          const key = (x * count + y) * count + z
          if (seen.has(key)) continue
          seen.add(key)
          stack.push([x, y, z])
        }
      }
    }
  }
  return false
}

function reachable(count: number, follow: readonly Set<number>[]): (a: number, b: number) => boolean {
  const known = new Map<number, Set<number>>()
  return (a, b) => {
    let all = known.get(a)
    if (!all) {
      all = new Set<number>()
      const stack = [a]
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        for (const next of follow[top] as Set<number>) {
          if (all.has(next)) continue
          all.add(next)
          stack.push(next)
        }
      }
      known.set(a, all)
    }
    return count > 0 && all.has(b)
  }
}

/** For each state the number of its strongly connected component (Tarjan, without recursion over long chains). */
function components(count: number, next: (state: number) => Iterable<number>): number[] {
  const index = new Array<number>(count).fill(-1)
  const low = new Array<number>(count).fill(0)
  const component = new Array<number>(count).fill(-1)
  const open: number[] = []
  let counter = 0
  let found = 0
  const visit = (root: number): void => {
    const work: { state: number; rest: Iterator<number> }[] = []
    const enter = (state: number): void => {
      index[state] = low[state] = counter++
      open.push(state)
      work.push({ state, rest: next(state)[Symbol.iterator]() })
    }
    enter(root)
    while (work.length) {
      const { state, rest } = work[work.length - 1] as (typeof work)[number]
      const step = rest.next()
      if (!step.done) {
        const to = step.value
        if (index[to] === -1) enter(to)
        else if (component[to] === -1) low[state] = Math.min(low[state] as number, index[to] as number)
        continue
      }
      work.pop()
      const above = work[work.length - 1]
      if (above) low[above.state] = Math.min(low[above.state] as number, low[state] as number)
      if (low[state] !== index[state]) continue
      for (let member = open.pop() as number; ; member = open.pop() as number) {
        component[member] = found
        if (member === state) break
      }
      found++
    }
  }
  for (let state = 0; state < count; state++) if (index[state] === -1) visit(state)
  return component
}
