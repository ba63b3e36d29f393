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

/** Diagrams of real templates have tens to some thousand nodes; this many take about 30 MB and under 100 ms. */
const MAX_DIAGRAM_NODES = 200_000

export class Diagram {
  // Node i tests variable #variable[i]; #low[i] is the formula when it is false, #high[i] when it is true.
  readonly #variable: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  readonly #low: Formula[] = [FALSE, TRUE]
  readonly #high: Formula[] = [FALSE, TRUE]
  readonly #unique = new Map<string, Formula>()
  readonly #and = new Map<string, Formula>()
  readonly #not = new Map<Formula, Formula>()
  #exhausted = false

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
    if (low === UNDECIDED || high === UNDECIDED) return UNDECIDED
    if (low === high) return low
    const key = `${variable},${low},${high}`
    let node = this.#unique.get(key)
    if (node === undefined) {
      if (this.#variable.length >= this.limit) {
        this.#exhausted = true
        return UNDECIDED
      }
      node = this.#variable.length
      this.#variable.push(variable)
      this.#low.push(low)
      this.#high.push(high)
      this.#unique.set(key, node)
    }
    return node
  }

  not(a: Formula): Formula {
    if (a === UNDECIDED) return UNDECIDED
    if (a <= TRUE) return a === TRUE ? FALSE : TRUE
    let result = this.#not.get(a)
    if (result === undefined) {
      result = this.#node(this.#variable[a] as number, this.not(this.#low[a] as number), this.not(this.#high[a] as number))
      this.#not.set(a, result)
    }
    return result
  }

  and(a: Formula, b: Formula): Formula {
    if (a === FALSE || b === FALSE) return FALSE
    if (a === UNDECIDED || b === UNDECIDED) return UNDECIDED
    if (a === TRUE || a === b) return b
    if (b === TRUE) return a
    const key = a < b ? `${a},${b}` : `${b},${a}`
    let result = this.#and.get(key)
    if (result === undefined) {
      const va = this.#variable[a] as number
      const vb = this.#variable[b] as number
      const variable = Math.min(va, vb)
      const low = this.and(va === variable ? (this.#low[a] as number) : a, vb === variable ? (this.#low[b] as number) : b)
      const high = this.and(va === variable ? (this.#high[a] as number) : a, vb === variable ? (this.#high[b] as number) : b)
      result = this.#node(variable, low, high)
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
