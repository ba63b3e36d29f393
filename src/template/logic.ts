import { at, childOf, entryOf, type Node, type Scalar } from '../source/tree.ts'
import { ALWAYS, type When } from '../values.ts'
import { Diagram, FALSE, type Formula, TRUE, UNDECIDED } from './conditions.ts'
import { callOf } from './intrinsics.ts'
import type { Parameter } from './parameters.ts'
import { TemplateResolver } from './resolver.ts'
import type { Template } from './template.ts'

/** Conditions of real templates need tens of variables; more than this are not decided. */
const MAX_VARIABLES = 2000

/** Conditions that lead to each other further than this are not decided. */
const MAX_CHAIN = 100

/** An expression with more known values than this is compared as a whole. */
const MAX_COMPARED = 64

/** Values a term is compared with come in blocks of this many, each double the one before. */
const FIRST_BLOCK = 4

/** Values that one group of variables tells apart. */
interface Block {
  /** True when the value is in this block; none where there is no other. */
  readonly here: number | undefined
  readonly bits: readonly number[]
  readonly first: number
  readonly size: number
}

/** Something that is compared with literals: a parameter, a pseudo parameter, or any other expression. */
interface Term {
  /** The values it is compared with or is declared to have, each with its number. */
  readonly values: Map<string, number>
  /** By value, when it is that one. */
  readonly is: Map<string, When>
  readonly blocks: Block[]
  /** Whether it can have no other value. */
  readonly closed: boolean
}

/**
 * What the conditions of a template mean together. Each term (`!Ref Env`) that is compared with literals becomes a choice
 * among its values, their numbers written in variables as binary digits. So exclusive values exclude each other, closed
 * sets are exhausted without further clauses, and a parameter of three hundred values needs nine variables.
 */
export class Logic {
  readonly diagram = new Diagram()
  readonly #terms = new Map<string, Term>()
  readonly #named = new Map<string, Formula>()
  readonly #whens = new Map<string, When>()
  readonly #resolving = new Set<string>()
  readonly #opaque = new Map<string, Formula>()
  #variables = 0
  #given: Formula | undefined

  constructor(
    private readonly template: Template,
    private resolver = new TemplateResolver(template),
  ) {}

  /** A named condition being true or false. A condition that is not defined can be either. */
  named(name: string, is: boolean): When {
    const because = `${name} is ${is}`
    let when = this.#whens.get(because)
    if (!when) {
      const formula = this.#condition(name)
      when = this.#when(is ? formula : this.diagram.not(formula), [because])
      if (this.#resolving.size === 0) this.#whens.set(because, when)
    }
    return when
  }

  /** A parameter having a value. */
  parameterIs(parameter: Parameter, value: string): When {
    return this.#is(`Ref ${parameter.name}`, value)
  }

  /** A parameter having none of these values. */
  parameterIsNot(parameter: Parameter, values: readonly string[]): When {
    let formula: Formula = TRUE
    for (const value of values) formula = this.diagram.and(formula, this.diagram.not(this.#equals(`Ref ${parameter.name}`, value)))
    return this.#when(formula)
  }

  /** A pseudo parameter having a value, or another one. */
  pseudoIs(name: string, value: string, is: boolean): When {
    return is ? this.#is(`Ref ${name}`, value) : this.#when(this.diagram.not(this.#equals(`Ref ${name}`, value)))
  }

  /** For every value, when an expression has it; whatever it compares equal to elsewhere is the same choice. */
  choiceOf(expression: Node): (value: string) => When {
    const term = termOf(expression)
    if (term.literal !== undefined) return (value) => (term.literal === value ? ALWAYS : this.#when(FALSE))
    return (value) => this.#is(term.name, value)
  }

  /** An expression having none of these values. */
  isNot(expression: Node, values: readonly string[]): When {
    const term = termOf(expression)
    let formula: Formula = TRUE
    for (const value of values) {
      const equal = term.literal === undefined ? this.#equals(term.name, value) : term.literal === value ? TRUE : FALSE
      formula = this.diagram.and(formula, this.diagram.not(equal))
    }
    return this.#when(formula)
  }

  /** Whether `a` can be shown to imply `b`, the template's Rules taken for granted. */
  implies(a: When, b: When): boolean {
    return this.diagram.implies(this.diagram.and(a.formula, this.#rules()), b.formula)
  }

  /** The formula of a condition expression (`Fn::Equals`, `Fn::And`, `Condition`, …), the template's Rules left out of account. */
  expression(node: Node, depth = 0): Formula {
    if (node.kind === 'mapping' && node.entries.length === 1 && node.entries[0]?.key.text === 'Condition') {
      const name = node.entries[0].value
      return name.kind === 'scalar' ? this.#condition(name.text) : this.#unknown(node)
    }
    const call = callOf(node)
    if (!call || depth > 50) return this.#unknown(node)
    const items = call.argument.kind === 'sequence' ? call.argument.items : []
    const [first, second] = items
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
        return first && items.length === 1 ? this.diagram.not(this.expression(first, depth + 1)) : this.#unknown(node)
      case 'Fn::Equals':
        return first && second && items.length === 2 ? this.#comparison(first, second) : this.#unknown(node)
      case 'Fn::Contains':
        return first?.kind === 'sequence' && second && items.length === 2
          ? first.items.reduce<Formula>((any, item) => this.diagram.or(any, this.#comparison(item, second)), FALSE)
          : this.#unknown(node)
      default:
        return this.#unknown(node)
    }
  }

  #is(name: string, value: string): When {
    const term = this.#term(name)
    let when = term.is.get(value)
    if (!when) {
      when = this.#when(this.#equals(name, value))
      if (this.#resolving.size === 0) term.is.set(value, when)
    }
    return when
  }

  /** Adds what the Rules section grants: nothing is deployed where its assertions fail. */
  #when(formula: Formula, because: readonly string[] = []): When {
    return { formula: this.diagram.and(formula, this.#rules()), because, diagram: this.diagram }
  }

  #rules(): Formula {
    if (this.#given !== undefined) return this.#given
    // What the rules themselves compare is compared without them, and so forgotten afterwards.
    this.#given = TRUE
    const { resolver } = this
    this.resolver = new TemplateResolver(this.template)
    let given: Formula = TRUE
    for (const { value: rule } of this.template.sectionEntries('Rules')) {
      const asserted = assertionsOf(rule).reduce<Formula>((all, one) => this.diagram.and(all, this.expression(one)), TRUE)
      const condition = childOf(rule, 'RuleCondition')
      const holds = condition ? this.diagram.or(this.diagram.not(this.expression(condition)), asserted) : asserted
      const both = this.diagram.and(given, holds)
      // Rules that contradict each other let nothing be deployed; then nothing more is concluded from them.
      if (both !== UNDECIDED && both !== FALSE) given = both
    }
    this.resolver = resolver
    this.#whens.clear()
    for (const term of this.#terms.values()) term.is.clear()
    this.#given = given
    return given
  }

  #condition(name: string): Formula {
    const known = this.#named.get(name)
    if (known !== undefined) return known
    const definition = childOf(this.template.section('Conditions')?.value, name)
    if (!definition || this.#resolving.has(name)) return this.#choice(`Condition ${name}`)
    if (this.#resolving.size >= MAX_CHAIN) return UNDECIDED
    this.#resolving.add(name)
    const formula = this.expression(definition)
    this.#resolving.delete(name)
    this.#named.set(name, formula)
    return formula
  }

  #comparison(a: Node, b: Node): Formula {
    const left = termOf(a)
    const right = termOf(b)
    if (left.literal !== undefined && right.literal !== undefined) return left.literal === right.literal ? TRUE : FALSE
    if (left.literal !== undefined) return this.#expressionEquals(b, left.literal)
    if (right.literal !== undefined) return this.#expressionEquals(a, right.literal)
    if (left.name === right.name) return TRUE
    return this.#termsEqual(left.name, right.name)
  }

  /** An expression that folds is compared value by value, so that `Fn::FindInMap` on a parameter says what the parameter says. */
  #expressionEquals(node: Node, literal: string): Formula {
    const whole = (): Formula => this.#equals(termOf(node).name, literal)
    if (callOf(node)?.name === 'Ref') return whole()
    const facts = this.resolver.resolve(node, ALWAYS)
    if (facts.length > MAX_COMPARED || facts.every((fact) => fact.state === 'unknown')) return whole()
    let formula: Formula = FALSE
    for (const fact of facts) {
      let equal: Formula
      if (fact.state === 'known' && fact.value.kind === 'scalar') equal = literalOf(fact.value) === literal ? TRUE : FALSE
      else equal = whole()
      formula = this.diagram.or(formula, this.diagram.and(fact.when.formula, equal))
    }
    return formula
  }

  /** Two terms of known sets of values are equal where they have the same value; of others it can be either. */
  #termsEqual(one: string, other: string): Formula {
    const [a, b] = [this.#term(one), this.#term(other)]
    if (!a.closed || !b.closed || a.values.size > MAX_COMPARED) return this.#choice(`Equals ${[one, other].sort().join(' ')}`)
    let formula: Formula = FALSE
    for (const value of a.values.keys()) {
      if (b.values.has(value)) formula = this.diagram.or(formula, this.diagram.and(this.#equals(one, value), this.#equals(other, value)))
    }
    return formula
  }

  #term(name: string): Term {
    let term = this.#terms.get(name)
    if (term) return term
    const parameter = name.startsWith('Ref ') ? this.template.parameters.get(name.slice(4)) : undefined
    const { regions } = this.template.inputs
    const all = parameter ? closedValues(parameter) : name === 'Ref AWS::Region' && regions?.length ? [...new Set(regions)] : undefined
    const values = new Map(all?.map((value, index) => [value, index]))
    term = { values, is: new Map(), blocks: all ? [this.#block(undefined, 0, values.size)] : [], closed: all !== undefined }
    this.#terms.set(name, term)
    return term
  }

  #block(here: number | undefined, first: number, size: number): Block {
    const bits: number[] = []
    for (let capacity = 1; capacity < size; capacity *= 2) bits.push(this.#variables++)
    return { here, bits, first, size }
  }

  #equals(name: string, value: string): Formula {
    const term = this.#term(name)
    let number = term.values.get(value)
    if (number === undefined) {
      if (term.closed) return FALSE
      if (this.#variables > MAX_VARIABLES) return UNDECIDED
      number = term.values.size
      term.values.set(value, number)
      const last = term.blocks[term.blocks.length - 1]
      if (!last || number >= last.first + last.size) {
        term.blocks.push(this.#block(this.#variables++, number, last ? 2 * last.size : FIRST_BLOCK))
      }
    }
    return this.#chosen(term, number)
  }

  /** The value of that number being the one: its block is the first that is `here`, and the digits are its own. */
  #chosen({ blocks }: Term, number: number): Formula {
    const { diagram } = this
    let formula: Formula = FALSE
    for (const { here, bits, first, size } of [...blocks].reverse()) {
      const isHere = here === undefined ? TRUE : diagram.variable(here)
      const offset = number - first
      if (offset < 0) continue
      if (offset >= size) formula = diagram.and(diagram.not(isHere), formula)
      else formula = diagram.and(isHere, this.#digits(bits, offset, here === undefined && offset === size - 1))
    }
    return formula
  }

  /** The digits of a number; of the last number of a closed set also those of every higher one, which nothing else uses. */
  #digits(bits: readonly number[], offset: number, orMore: boolean): Formula {
    const { diagram } = this
    let formula: Formula = TRUE
    for (const [place, bit] of bits.entries()) {
      const isSet = diagram.variable(bit)
      if ((offset >> place) & 1) formula = diagram.and(isSet, formula)
      else formula = orMore ? diagram.or(isSet, formula) : diagram.and(diagram.not(isSet), formula)
    }
    return formula
  }

  /** A variable of its own for whatever cannot be taken apart; the same text is the same variable. */
  #choice(name: string): Formula {
    let formula = this.#opaque.get(name)
    if (formula === undefined) {
      formula = this.#variables > MAX_VARIABLES ? UNDECIDED : this.diagram.variable(this.#variables++)
      this.#opaque.set(name, formula)
    }
    return formula
  }

  #unknown(node: Node): Formula {
    return node.kind === 'scalar' && node.value === null ? UNDECIDED : this.#choice(canonical(node))
  }
}

function assertionsOf(rule: Node): Node[] {
  const assertions = at(rule, 'Assertions')
  if (assertions?.kind !== 'sequence') return []
  return assertions.items.flatMap((assertion) => entryOf(assertion, 'Assert')?.value ?? [])
}

/** All values that a parameter can have, when it is certain that there are no others. */
function closedValues(parameter: Parameter): string[] | undefined {
  if (parameter.given !== undefined) return [parameter.given]
  if (parameter.isFromSsm || parameter.isList) return undefined
  const allowed = parameter.allowedValues
  return allowed ? [...new Set(allowed.map(literalOf))] : undefined
}

/** What CloudFormation compares: YAML's `yes` is the text `true`. */
export const literalOf = (scalar: Scalar): string => (typeof scalar.value === 'boolean' ? String(scalar.value) : scalar.text)

function termOf(node: Node): { name: string; literal: string | undefined } {
  if (node.kind === 'scalar') return { name: '', literal: literalOf(node) }
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
