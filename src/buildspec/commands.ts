import { type PlacedText, placedText } from '../source/embedded.ts'
import type { Source } from '../source/source.ts'
import type { Scalar, Span } from '../source/tree.ts'
import { OPAQUE } from '../text.ts'
import { parseScript, type SimpleCommand, type Unbalanced, unbalancedIn, type Word } from './shell.ts'

/** One item of `commands` or `finally`: a script of one or more lines. */
export class Command {
  readonly #source: Source
  #text: PlacedText | undefined
  #calls: readonly Call[] | undefined

  constructor(
    source: Source,
    readonly node: Scalar,
    /** The name of its phase. */
    readonly phase: string,
    readonly list: 'commands' | 'finally',
  ) {
    this.#source = source
  }

  get text(): string {
    return this.node.text
  }

  /** Whether a part of it is not known. */
  get isPartlyUnknown(): boolean {
    return this.text.includes(OPAQUE)
  }

  /** What it calls, in the order of the text; what stands in a substitution comes before the call that it is a part of. */
  get calls(): readonly Call[] {
    this.#calls ??= parseScript(this.text).map((command) => new Call(this, command))
    return this.#calls
  }

  /** What of a compound statement is missing in it. */
  get unbalanced(): Unbalanced | undefined {
    return unbalancedIn(this.text)
  }

  /** The place of a part of its text. */
  place(start: number, end: number): { node: Scalar; span: Span } {
    this.#text ??= placedText(this.#source, this.node)
    return { node: this.node, span: this.#text.span(start, end) }
  }
}

/** Programs that run the command that is given to them. */
const WRAPPERS = new Set(['sudo', 'env', 'time', 'nohup', 'exec', 'command', 'eval', 'nice'])
/** Options of the programs below that take a value, where they stand before the subcommand. */
const GLOBAL_OPTIONS =
  /^--(region|profile|output|endpoint-url|query|ca-bundle|color|cli-[a-z-]+-timeout|cli-binary-format|config|context|host|log-level)$/

/** A program with its arguments. */
export class Call {
  /** The file name of the program; empty where the shell only sets variables, or the name is not literal. */
  readonly program: string
  /** What follows the program. */
  readonly args: readonly Word[]

  constructor(
    readonly command: Command,
    readonly shell: SimpleCommand,
  ) {
    const words = [...shell.words]
    while (words[0] && WRAPPERS.has(words[0].text)) {
      words.shift()
      while (words[0] && /^-|^[A-Za-z_]\w*=/.test(words[0].text)) words.shift()
    }
    const [first, ...args] = words
    this.program = first?.isLiteral ? (first.text.split(/[/\\]/).pop() ?? '').replace(/\.(exe|cmd)$/, '') : ''
    this.args = args
  }

  /** Whether it calls this program, with these subcommands: `is('aws', 'ecr', 'get-login')`. */
  is(program: string, ...subcommands: readonly string[]): boolean {
    if (this.program !== program) return false
    const names = this.subcommands
    return subcommands.every((name, i) => names[i]?.text === name)
  }

  /** The arguments that are no options and no values of the options that stand before them. */
  get subcommands(): readonly Word[] {
    const found: Word[] = []
    for (let i = 0; i < this.args.length; i++) {
      const word = this.args[i] as Word
      if (!word.text.startsWith('-')) found.push(word)
      else if (GLOBAL_OPTIONS.test(word.text)) i++
    }
    return found
  }

  /** Whether one of these options stands there, alone or with `=`. */
  has(...names: readonly string[]): boolean {
    return this.args.some(({ text }) => names.some((name) => text === name || text.startsWith(`${name}=`)))
  }

  /** The value of an option: the word behind it, or what stands behind its `=`; of several the last. */
  option(...names: readonly string[]): Word | undefined {
    for (let i = this.args.length - 1; i >= 0; i--) {
      const word = this.args[i] as Word
      if (names.includes(word.text)) return this.args[i + 1]
      const name = names.find((one) => word.text.startsWith(`${one}=`))
      if (name) return { ...word, text: word.text.slice(name.length + 1) }
    }
    return undefined
  }

  /** Whether arguments can come out of an expansion: what it lacks cannot be told. */
  get isOpen(): boolean {
    return this.args.some((word) => word.isOpen || word.text === '$@')
  }

  /** The place of the whole call, or of one of its words. */
  place(word: { readonly start: number; readonly end: number } = this.shell): { node: Scalar; span: Span } {
    return this.command.place(word.start, word.end)
  }

  /** The place of the program and so many of its subcommands: the shortest text that names what is called. */
  head(subcommands: number): { node: Scalar; span: Span } {
    const last = this.subcommands[subcommands - 1]
    const first = this.shell.words[0]
    return this.place({ start: first?.start ?? this.shell.start, end: last?.end ?? first?.end ?? this.shell.end })
  }
}
