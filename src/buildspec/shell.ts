/**
 * What a shell script calls, as far as a plain look can tell: its simple commands with their words, also those within `$(…)`,
 * quotes and compound commands. Bodies of here-documents and comments are no commands. It never fails: what is no shell gives
 * words that no rule looks for.
 */

import { table } from '../table.ts'
import { OPAQUE } from '../text.ts'

export interface Word {
  /** Without its quotes and escapes; expansions stand in it as they are written. */
  readonly text: string
  /** Positions in the script. */
  readonly start: number
  readonly end: number
  /** Nothing in it is expanded. */
  readonly isLiteral: boolean
  /** It can become several words, or none (`$ARGS` outside of quotes). */
  readonly isOpen: boolean
}

/** What stands behind a command: what separates it from the next one, or the end of the script. */
export type Separator = '' | '\n' | ';' | '&' | '&&' | '|' | '||'

export interface SimpleCommand {
  /** `NAME=value` before the command, or alone. */
  readonly assignments: readonly Word[]
  /** The command and its arguments; empty where there are only assignments. */
  readonly words: readonly Word[]
  /** Files that are written or read: the words behind `>` and `<`. */
  readonly files: readonly { readonly operator: string; readonly word: Word }[]
  readonly start: number
  readonly end: number
  /** What follows it. */
  readonly separator: Separator
  /** It stands in a substitution, a subshell, a function, a loop or under an `if`: whether it runs, or how it ends, decides nothing by itself. */
  readonly isNested: boolean
}

export const parseScript = (text: string): SimpleCommand[] => new Parser(text).run().commands

/** A compound statement that a script opens without closing it, or the word that closes or continues one that it does not open. */
export interface Unbalanced {
  readonly word: Word
  readonly isOpening: boolean
}

/** The first statement that is not whole within a script; undefined when all are. */
export const unbalancedIn = (text: string): Unbalanced | undefined => new Parser(text).run().unbalanced

/** The words that open a statement, with those that close it. */
const CLOSERS: Readonly<Record<string, string>> = table({
  if: 'fi',
  while: 'done',
  until: 'done',
  for: 'done',
  select: 'done',
  case: 'esac',
  '{': '}',
})
const CLOSING = new Set(Object.values(CLOSERS))
const CONTINUING = new Set(['then', 'else', 'elif', 'do'])
/** Words before a command that are none themselves. */
const INTRODUCING = new Set(['then', 'else', 'elif', 'do', '!', 'time', 'if', 'while', 'until', '{', 'function'])
const BLANK = /[ \t\r]/
const METACHARACTER = /[ \t\r\n;&|<>()]/
const ASSIGNMENT = /^[A-Za-z_]\w*(\[[^\]]*\])?\+?=/

interface Open {
  assignments: Word[]
  words: Word[]
  files: { operator: string; word: Word }[]
  /** `for x in …`, `case x in`: words that are no command. */
  isHeader: boolean
  /** `function x {` */
  isFunction: boolean
}

class Parser {
  readonly #commands: SimpleCommand[] = []
  readonly #statements: Word[] = []
  #stray: Word | undefined
  #heredocs: { delimiter: string; indented: boolean }[] = []
  /** Substitutions and subshells around the place. */
  #depth = 0
  #inBackquotes = false

  constructor(private readonly text: string) {}

  run(): { commands: SimpleCommand[]; unbalanced: Unbalanced | undefined } {
    this.#list(0, '')
    const [open] = this.#statements
    const word = open ?? this.#stray
    return { commands: this.#commands, unbalanced: word && { word, isOpening: word === open } }
  }

  /** Reads commands up to the closing character; gives the position behind it. */
  #list(from: number, closer: string): number {
    const { text } = this
    let open = fresh()
    const close = (at: number, separator: Separator): void => {
      this.#finish(open, at, separator)
      open = fresh()
    }
    let at = from
    while (at < text.length) {
      const character = text[at] as string
      const two = text.slice(at, at + 2)
      if (character === closer) {
        close(at, '')
        return at + 1
      }
      if (BLANK.test(character)) at++
      else if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at += two === '\\\n' ? 2 : 3
      else if (character === '\n') {
        close(at, '\n')
        at = this.#skipHeredocs(at + 1)
      } else if (character === '#') {
        while (at < text.length && text[at] !== '\n') at++
      } else if (two === '&&' || two === '||') {
        close(at, two)
        at += 2
      } else if (two === '&>' || character === '<' || character === '>') at = this.#redirect(at, open)
      else if (character === ';' || character === '&' || character === '|') {
        close(at, character)
        at++
      } else if (character === '(') {
        if (text[at + 1] === ')') {
          // A function: its name is no command.
          open = fresh()
          at += 2
        } else at = this.#within(at + 1, ')')
      } else if (character === ')') {
        // Behind a pattern of `case`.
        open = fresh()
        at++
      } else at = this.#word(at, open)
    }
    close(at, '')
    return at
  }

  #within(from: number, closer: string): number {
    this.#depth++
    // Deeper nesting is no script that somebody wrote.
    const end = this.#depth > 50 ? this.text.length : this.#list(from, closer)
    this.#depth--
    return end
  }

  #word(from: number, open: Open): number {
    const word = this.#readWord(from)
    if (word.end === from) return from + 1
    const { text } = word
    if (open.words.length === 0 && !open.isHeader) {
      // Quoted, they are names of commands.
      const isPlain = text === this.text.slice(word.start, word.end)
      if (isPlain) this.#statement(word)
      if (isPlain && text === 'function') open.isFunction = true
      if (isPlain && (text === 'for' || text === 'case' || text === 'select')) open.isHeader = true
      else if (isPlain && (INTRODUCING.has(text) || CLOSING.has(text))) return word.end
      else if (ASSIGNMENT.test(this.text.slice(word.start, word.end))) open.assignments.push(word)
      else open.words.push(word)
      return word.end
    }
    if (open.isFunction && text === '{') {
      open.words.length = 0
      open.isFunction = false
      this.#statement(word)
    } else open.words.push(word)
    return word.end
  }

  #statement(word: Word): void {
    const { text } = word
    const last = this.#statements.at(-1)
    if (CLOSERS[text]) this.#statements.push(word)
    else if (CLOSING.has(text)) {
      if (last && CLOSERS[last.text] === text) this.#statements.pop()
      else this.#stray ??= word
    } else if (CONTINUING.has(text) && !last) this.#stray ??= word
  }

  #readWord(from: number): Word {
    const { text } = this
    let value = ''
    let isLiteral = true
    let isOpen = false
    let at = from
    while (at < text.length) {
      const character = text[at] as string
      if (character === '`' && this.#inBackquotes) break
      if (METACHARACTER.test(character)) {
        // An array: `X=(a b)`.
        if (character === '(' && /^[A-Za-z_]\w*\+?=$/.test(text.slice(from, at))) {
          const end = text.indexOf(')', at)
          at = end < 0 ? text.length : end + 1
          isLiteral = false
        }
        break
      }
      if (character === '\\') {
        if (text[at + 1] !== '\n') value += text[at + 1] ?? ''
        at += 2
      } else if (character === "'") {
        const end = text.indexOf("'", at + 1)
        value += text.slice(at + 1, end < 0 ? text.length : end)
        at = end < 0 ? text.length : end + 1
      } else if (character === '"') {
        const start = value.length
        at++
        while (at < text.length && text[at] !== '"') {
          if (text[at] === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '')) {
            if (text[at + 1] !== '\n') value += text[at + 1]
            at += 2
            continue
          }
          const end = this.#expansion(at)
          if (end > at) isLiteral = false
          value += text.slice(at, Math.max(end, at + 1))
          at = Math.max(end, at + 1)
        }
        at++
        if (value.slice(start) === '$@') isOpen = true
      } else {
        const end = this.#expansion(at)
        if (end > at) {
          isLiteral = false
          isOpen = true
        }
        value += text.slice(at, Math.max(end, at + 1))
        at = Math.max(end, at + 1)
      }
    }
    // `--name=$X` is one word in practice.
    if (isOpen && /^[^$`\uE000]/.test(value)) isOpen = false
    return { text: value, start: from, end: Math.min(at, text.length), isLiteral, isOpen }
  }

  /** The end of the expansion that begins here; the position itself when none does. */
  #expansion(at: number): number {
    const { text } = this
    if (text[at] === OPAQUE) return at + 1
    if (text[at] === '`') {
      this.#inBackquotes = true
      const end = this.#within(at + 1, '`')
      this.#inBackquotes = false
      return end
    }
    if (text[at] !== '$') return at
    const next = text[at + 1] ?? ''
    if (next === '(' && text[at + 2] === '(') {
      const end = text.indexOf('))', at)
      return end < 0 ? text.length : end + 2
    }
    if (next === '(') return this.#within(at + 2, ')')
    if (next === '{') {
      let depth = 0
      for (let i = at + 1; i < text.length; i++) {
        if (text[i] === '{') depth++
        else if (text[i] === '}' && --depth === 0) return i + 1
      }
      return text.length
    }
    const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(text.slice(at + 1, at + 80))?.[0]
    return name ? at + 1 + name.length : at
  }

  #redirect(from: number, open: Open): number {
    const { text } = this
    const operator = /^(?:&>>|&>|<<<|<<-|<<|<&|<>|>>|>&|>\||<\(|>\(|<|>)/.exec(text.slice(from, from + 3))?.[0] ?? '>'
    let at = from + operator.length
    // The number of a file descriptor was read as a word.
    const last = open.words.at(-1)
    if (last && last.end === from && /^\d$/.test(last.text) && operator[0] !== '&') open.words.pop()
    if (operator.endsWith('(')) return this.#within(at, ')')
    while (BLANK.test(text[at] ?? '')) at++
    const word = this.#readWord(at)
    if (operator === '<<' || operator === '<<-') this.#heredocs.push({ delimiter: word.text, indented: operator === '<<-' })
    else if (word.end > at) open.files.push({ operator, word })
    return Math.max(word.end, at)
  }

  #skipHeredocs(from: number): number {
    let at = from
    for (const { delimiter, indented } of this.#heredocs) {
      while (at < this.text.length) {
        const end = this.text.indexOf('\n', at)
        const line = this.text.slice(at, end < 0 ? this.text.length : end).replace(/\r$/, '')
        at = end < 0 ? this.text.length : end + 1
        if ((indented ? line.replace(/^\t+/, '') : line) === delimiter) break
      }
    }
    this.#heredocs = []
    return at
  }

  #finish(open: Open, at: number, separator: Separator): void {
    const { assignments, words, files, isHeader } = open
    const first = [...assignments, ...words, ...files.map(({ word }) => word)].sort((a, b) => a.start - b.start)[0]
    if (!first || isHeader) return
    const last = [...assignments, ...words, ...files.map(({ word }) => word)].sort((a, b) => b.end - a.end)[0] ?? first
    this.#commands.push({
      assignments,
      words,
      files,
      start: first.start,
      end: Math.min(last.end, at),
      separator,
      isNested: this.#depth + this.#statements.length > 0,
    })
  }
}

const fresh = (): Open => ({ assignments: [], words: [], files: [], isHeader: false, isFunction: false })
