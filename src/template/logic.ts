import { childOf, type Entry, entryOf, type Node } from '../source/tree.ts'
import { ALWAYS, type When } from '../values.ts'
import { Diagram, FALSE, type Formula, TRUE, UNDECIDED } from './conditions.ts'
import { callOf } from './intrinsics.ts'
import type { Parameter } from './parameters.ts'
import type { Template } from './template.ts'

/** Something that `Fn::Equals` compares with literals: a parameter, a pseudo parameter, or any other expression. */
interface Term {
  /** The values it is compared with or is declared to have. */
  readonly values: string[]
  /** Variable i chooses value i unless one before it does; the last value of a closed term needs none. */
  readonly variables: number[]
  /** Whether it can have no other value. */
  readonly closed: boolean
}

/**
 * What the conditions of a template mean together. Each term (`!Ref Env`) that is compared with literals becomes a choice
 * among its values: value i is chosen when variable i is true and none before it; where the values are all there are, the
 * last needs no variable. So exclusive values exclude each other and closed sets are exhausted without further clauses.
 */
export class Logic {
  readonly diagram = new Diagram()
  readonly #terms = new Map<string, Term>()
  readonly #named = new Map<string, Formula>()
  readonly #resolving = new Set<string>()
  readonly #opaque = new Map<string, Formula>()
  #variables = 0
  #scanned = false

  constructor(private readonly template: Template) {}

  /** A named condition being true or false. A condition that is not defined can be either. */
  named(name: string, is: boolean): When {
    const formula = this.#condition(name)
    return { formula: is ? formula : this.diagram.not(formula), because: [`${name} is ${is}`], diagram: this.diagram }
  }

  /** A parameter having a value. */
  parameterIs(parameter: Parameter, value: string): When {
    return { formula: this.#equals(`Ref ${parameter.name}`, value), because: [], diagram: this.diagram }
  }

  /** A parameter having none of these values. */
  parameterIsNot(parameter: Parameter, values: readonly string[]): When {
    let formula: Formula = TRUE
    for (const value of values) formula = this.diagram.and(formula, this.diagram.not(this.#equals(`Ref ${parameter.name}`, value)))
    return formula === TRUE ? ALWAYS : { formula, because: [], diagram: this.diagram }
  }

  /** A pseudo parameter having a value, or another one. */
  pseudoIs(name: string, value: string, is: boolean): When {
    const formula = this.#equals(`Ref ${name}`, value)
    return { formula: is ? formula : this.diagram.not(formula), because: [], diagram: this.diagram }
  }

  /** An expression having a value; whatever it compares equal to elsewhere is the same choice. */
  is(expression: Node, value: string): When {
    const term = termOf(expression)
    if (term.literal !== undefined) return term.literal === value ? ALWAYS : { formula: FALSE, because: [], diagram: this.diagram }
    return { formula: this.#equals(term.name, value), because: [], diagram: this.diagram }
  }

  /** The formula of a condition expression (`Fn::Equals`, `Fn::And`, `Condition`, …). */
  expression(node: Node, depth = 0): Formula {
    if (node.kind === 'mapping' && node.entries.length === 1 && node.entries[0]?.key.text === 'Condition') {
      const name = node.entries[0].value
      return name.kind === 'scalar' ? this.#condition(name.text) : this.#unknown(node)
    }
    const call = callOf(node)
    if (!call || depth > 50) return this.#unknown(node)
    const items = call.argument.kind === 'sequence' ? call.argument.items : []
    switch (call.name) {
      case 'Fn::And':
        return items.length
          ? items.reduce<Formula>((all, item) => this.diagram.and(all, this.expression(item, depth + 1)), TRUE)
          : this.#unknown(node)
      case 'Fn::Or':
        return items.length
          ? items.reduce<Formula>((any, item) => this.diagram.or(any, this.expression(item, depth + 1)), FALSE)
          : this.#unknown(node)
      case 'Fn::Not':
        return items[0] && items.length === 1 ? this.diagram.not(this.expression(items[0], depth + 1)) : this.#unknown(node)
      case 'Fn::Equals':
        return items[0] && items[1] && items.length === 2 ? this.#comparison(items[0], items[1]) : this.#unknown(node)
      default:
        return this.#unknown(node)
    }
  }

  #condition(name: string): Formula {
    const known = this.#named.get(name)
    if (known !== undefined) return known
    const definition = childOf(this.template.section('Conditions')?.value, name)
    if (!definition || this.#resolving.has(name)) return this.#choice(`Condition ${name}`)
    this.#resolving.add(name)
    this.#scan()
    const formula = this.expression(definition)
    this.#resolving.delete(name)
    this.#named.set(name, formula)
    return formula
  }

  #comparison(a: Node, b: Node): Formula {
    const left = termOf(a)
    const right = termOf(b)
    if (left.literal !== undefined && right.literal !== undefined) return left.literal === right.literal ? TRUE : FALSE
    if (left.literal !== undefined) return this.#equals(right.name, left.literal)
    if (right.literal !== undefined) return this.#equals(left.name, right.literal)
    if (left.name === right.name) return TRUE
    return this.#choice(`Equals ${[left.name, right.name].sort().join(' ')}`)
  }

  #equals(name: string, value: string): Formula {
    this.#scan()
    let term = this.#terms.get(name)
    if (!term) {
      term = { values: [], variables: [], closed: false }
      this.#terms.set(name, term)
    }
    let index = term.values.indexOf(value)
    if (index < 0) {
      if (term.closed) return FALSE
      index = term.values.push(value) - 1
      term.variables.push(this.#variables++)
    }
    const { diagram } = this
    const last = term.closed && index === term.values.length - 1
    let formula: Formula = last ? TRUE : diagram.variable(term.variables[index] as number)
    for (let i = index - 1; i >= 0; i--) formula = diagram.and(diagram.not(diagram.variable(term.variables[i] as number)), formula)
    return formula
  }

  /** A variable of its own for whatever cannot be taken apart; the same text is the same variable. */
  #choice(name: string): Formula {
    let formula = this.#opaque.get(name)
    if (formula === undefined) {
      this.#scan()
      formula = this.diagram.variable(this.#variables++)
      this.#opaque.set(name, formula)
    }
    return formula
  }

  #unknown(node: Node): Formula {
    return node.kind === 'scalar' && node.value === null ? UNDECIDED : this.#choice(canonical(node))
  }

  /** Collects what every term is compared with, before the first variable is numbered. */
  #scan(): void {
    if (this.#scanned) return
    this.#scanned = true
    const values = new Map<string, Set<string>>()
    const add = (name: string, value: string): void => {
      const set = values.get(name)
      if (set) set.add(value)
      else values.set(name, new Set([value]))
    }
    for (const parameter of this.template.parameters.values()) {
      const name = `Ref ${parameter.name}`
      if (parameter.given !== undefined) {
        add(name, parameter.given)
        continue
      }
      for (const allowed of parameter.allowedValues ?? []) add(name, allowed.text)
      if (parameter.default) add(name, parameter.default.text)
    }
    const compare = (node: Node, depth: number): void => {
      const call = callOf(node)
      if (call?.argument.kind !== 'sequence' || depth > 50) return
      const [a, b] = call.argument.items
      if (call.name === 'Fn::Equals' && a && b) {
        const left = termOf(a)
        const right = termOf(b)
        if (left.literal !== undefined && right.literal === undefined) add(right.name, left.literal)
        if (right.literal !== undefined && left.literal === undefined) add(left.name, right.literal)
      } else for (const item of call.argument.items) compare(item, depth + 1)
    }
    for (const entry of this.template.sectionEntries('Conditions')) compare(entry.value, 0)
    for (const entry of this.template.sectionEntries('Rules')) {
      compareRule(entry, compare)
    }
    for (const [name, set] of values) {
      const parameter = this.template.parameters.get(name.slice(4))
      const closedTo = parameter ? closedValues(parameter) : undefined
      const all = closedTo ?? [...set]
      this.#terms.set(name, { values: all, variables: all.map(() => this.#variables++), closed: closedTo !== undefined })
    }
  }
}

function compareRule(rule: Entry, compare: (node: Node, depth: number) => void): void {
  const condition = entryOf(rule.value, 'RuleCondition')?.value
  if (condition) compare(condition, 0)
  const assertions = entryOf(rule.value, 'Assertions')?.value
  if (assertions?.kind !== 'sequence') return
  for (const assertion of assertions.items) {
    const asserted = childOf(assertion, 'Assert')
    if (asserted) compare(asserted, 0)
  }
}

/** All values that a parameter can have, when it is certain that there are no others. */
function closedValues(parameter: Parameter): string[] | undefined {
  if (parameter.given !== undefined) return [parameter.given]
  if (parameter.isFromSsm || parameter.isList) return undefined
  const allowed = parameter.allowedValues
  return allowed ? [...new Set(allowed.map((value) => value.text))] : undefined
}

function termOf(node: Node): { name: string; literal: string | undefined } {
  if (node.kind === 'scalar') return { name: '', literal: node.text }
  const call = callOf(node)
  if (call?.name === 'Ref' && call.argument.kind === 'scalar') return { name: `Ref ${call.argument.text}`, literal: undefined }
  return { name: canonical(node), literal: undefined }
}

/** The same text for the same expression, however it is written. */
export function canonical(node: Node): string {
  if (node.kind === 'scalar') return JSON.stringify(node.text)
  if (node.kind === 'sequence') return `[${node.items.map(canonical).join(',')}]`
  return `{${node.entries.map((entry) => `${JSON.stringify(entry.key.text)}:${canonical(entry.value)}`).join(',')}}`
}
