/** Offsets to lines and columns, only for printing. */
export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}

export class Lines {
  /** The offsets at which lines start; a byte order mark is no part of the first, as in editors. */
  readonly #starts: number[]

  constructor(readonly text: string) {
    this.#starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0]
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1)
    }
  }

  get count(): number {
    return this.#starts.length
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const clamped = Math.max(this.start(1), Math.min(offset, this.text.length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= clamped) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: clamped - (this.#starts[low] as number) + 1 }
  }

  /** The offset at which a 1-based line starts. */
  start(line: number): number {
    return this.#starts[Math.max(0, Math.min(line - 1, this.#starts.length - 1))] as number
  }

  /** The text of a 1-based line without its line break. */
  line(line: number): string {
    if (line < 1 || line > this.#starts.length) return ''
    const start = this.start(line)
    let end = this.#starts[line] ?? this.text.length
    while (end > start && /[\r\n]/.test(this.text.charAt(end - 1))) end--
    return this.text.slice(start, end)
  }
}
