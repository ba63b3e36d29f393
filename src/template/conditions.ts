/**
 * Propositional formulas as reduced, ordered binary decision diagrams: equal formulas are the same number, so
 * tautology and contradiction are comparisons. Every operation is bounded; past the bound a formula is UNDECIDED, which
 * every caller treats as "may hold, do not report".
 */

/** A formula: an index into the diagram that made it. */
export type Formula = number

export const FALSE: Formula = 0
export const TRUE: Formula = 1
/** Too large to decide. */
export const UNDECIDED: Formula = -1

/** Diagrams of real templates have tens to some thousand nodes; this many take about 15 MB and 100 ms. */
const MAX_DIAGRAM_NODES = 100_000

/** The node numbers of two formulas as one key; a limit above this would not fit. */
const KEY = 2 ** 26

export class Diagram {
  // Node i tests variable #variable[i]; #low[i] is the formula when it is false, #high[i] when it is true.
  readonly #variable: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  readonly #low: Formula[] = [FALSE, TRUE]
  readonly #high: Formula[] = [FALSE, TRUE]
  /** By variable, then by both branches. */
  readonly #unique: Map<number, Formula>[] = []
  readonly #and = new Map<number, Formula>()
  readonly #not = new Map<Formula, Formula>()
  #exhausted = false

  /** @param limit how many nodes there may be; results of `and` are bounded by eight times as many */
  constructor(readonly limit = MAX_DIAGRAM_NODES) {}

  /** Whether some formula became UNDECIDED. */
  get exhausted(): boolean {
    return this.#exhausted
  }

  get size(): number {
    return this.#variable.length
  }

  /** The formula that is true when the variable is. Variables are numbered from 0; lower ones are tested first. */
  variable(index: number): Formula {
    return this.#node(index, FALSE, TRUE)
  }

  #node(variable: number, low: Formula, high: Formula): Formula {
    if (low === high) return low
    let unique = this.#unique[variable]
    if (!unique) {
      unique = new Map()
      this.#unique[variable] = unique
    }
    const key = low * KEY + high
    let node = unique.get(key)
    if (node === undefined) {
      if (this.#variable.length >= this.limit) {
        this.#exhausted = true
        return UNDECIDED
      }
      node = this.#variable.length
      this.#variable.push(variable)
      this.#low.push(low)
      this.#high.push(high)
      unique.set(key, node)
    }
    return node
  }

  not(a: Formula): Formula {
    if (a === UNDECIDED) return UNDECIDED
    if (a <= TRUE) return a === TRUE ? FALSE : TRUE
    let result = this.#not.get(a)
    if (result === undefined) {
      const low = this.not(this.#low[a] as number)
      const high = low === UNDECIDED ? UNDECIDED : this.not(this.#high[a] as number)
      result = high === UNDECIDED ? UNDECIDED : this.#node(this.#variable[a] as number, low, high)
      this.#not.set(a, result)
      if (result !== UNDECIDED) this.#not.set(result, a)
    }
    return result
  }

  and(a: Formula, b: Formula): Formula {
    if (a === FALSE || b === FALSE) return FALSE
    if (a === UNDECIDED || b === UNDECIDED) return UNDECIDED
    if (a === TRUE || a === b) return b
    if (b === TRUE) return a
    const key = a < b ? a * KEY + b : b * KEY + a
    let result = this.#and.get(key)
    if (result === undefined) {
      const va = this.#variable[a] as number
      const vb = this.#variable[b] as number
      const variable = Math.min(va, vb)
      const low = this.and(va === variable ? (this.#low[a] as number) : a, vb === variable ? (this.#low[b] as number) : b)
      // Nothing is left to find out: the way back up is short, whatever the formulas are.
      const high =
        low === UNDECIDED
          ? UNDECIDED
          : this.and(va === variable ? (this.#high[a] as number) : a, vb === variable ? (this.#high[b] as number) : b)
      if (high === UNDECIDED) result = UNDECIDED
      else if (this.#and.size < 8 * this.limit) result = this.#node(variable, low, high)
      else {
        this.#exhausted = true
        result = UNDECIDED
      }
      this.#and.set(key, result)
    }
    return result
  }

  or(a: Formula, b: Formula): Formula {
    if (a === TRUE || b === TRUE) return TRUE
    return this.not(this.and(this.not(a), this.not(b)))
  }

  /** Whether `a` can be shown to imply `b`. */
  implies(a: Formula, b: Formula): boolean {
    return this.and(a, this.not(b)) === FALSE
  }

  /** The formula under an assignment of its variables. */
  evaluate(a: Formula, assignment: (variable: number) => boolean): boolean {
    let here = a
    while (here > TRUE) here = (assignment(this.#variable[here] as number) ? this.#high[here] : this.#low[here]) as number
    return here === TRUE
  }
}
