/** How long a run takes before it tells how far it is, and how often it then does, in milliseconds. */
const FIRST = 1000
const EVERY = 200

/** Tells on a terminal how far a long run is, in one line that is gone at the end. */
export class Progress {
  #next: number
  #isShown = false

  /**
   * @param total how many files there are
   * @param write prints on the terminal
   * @param now the time in milliseconds
   */
  constructor(
    private readonly total: number,
    private readonly write: (text: string) => void,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.#next = now() + FIRST
  }

  /** @param done how many files are done */
  at(done: number): void {
    const time = this.now()
    if (time < this.#next) return
    this.#next = time + EVERY
    this.#isShown = true
    this.write(`\r\u001b[K${done} of ${this.total} files`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.write('\r\u001b[K')
    this.#isShown = false
  }
}
