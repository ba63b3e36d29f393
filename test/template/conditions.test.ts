/** Formulas against truth tables. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Diagram, FALSE, type Formula, TRUE, UNDECIDED } from '../../src/template/conditions.ts'

const VARIABLES = 5

type Expression =
  | { readonly op: 'variable'; readonly index: number }
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'not'; readonly a: Expression }
  | { readonly op: 'and' | 'or'; readonly a: Expression; readonly b: Expression }

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.record({ op: fc.constant('variable' as const), index: fc.nat(VARIABLES - 1) }),
    fc.record({ op: fc.constant('constant' as const), value: fc.boolean() }),
    fc.record({ op: fc.constant('not' as const), a: tie('expression') }),
    fc.record({ op: fc.constantFrom('and' as const, 'or' as const), a: tie('expression'), b: tie('expression') }),
  ),
}))

function formulaOf(diagram: Diagram, e: Expression): Formula {
  switch (e.op) {
    case 'variable':
      return diagram.variable(e.index)
    case 'constant':
      return e.value ? TRUE : FALSE
    case 'not':
      return diagram.not(formulaOf(diagram, e.a))
    case 'and':
      return diagram.and(formulaOf(diagram, e.a), formulaOf(diagram, e.b))
    case 'or':
      return diagram.or(formulaOf(diagram, e.a), formulaOf(diagram, e.b))
  }
}

function holds(e: Expression, assignment: number): boolean {
  switch (e.op) {
    case 'variable':
      return ((assignment >> e.index) & 1) === 1
    case 'constant':
      return e.value
    case 'not':
      return !holds(e.a, assignment)
    case 'and':
      return holds(e.a, assignment) && holds(e.b, assignment)
    case 'or':
      return holds(e.a, assignment) || holds(e.b, assignment)
  }
}

const ASSIGNMENTS = Array.from({ length: 2 ** VARIABLES }, (_, i) => i)
const table = (e: Expression): string => ASSIGNMENTS.map((assignment) => Number(holds(e, assignment))).join('')

describe('any formula', () => {
  test('is true exactly where its truth table is', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const diagram = new Diagram()
        const formula = formulaOf(diagram, e)
        const evaluated = ASSIGNMENTS.map((assignment) => Number(diagram.evaluate(formula, (index) => ((assignment >> index) & 1) === 1)))
        expect(evaluated.join('')).toBe(table(e))
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same number exactly when its truth table is the same', () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        const diagram = new Diagram()
        expect(formulaOf(diagram, a) === formulaOf(diagram, b)).toBe(table(a) === table(b))
        expect(formulaOf(diagram, a) === TRUE).toBe(!table(a).includes('0'))
        expect(formulaOf(diagram, a) === FALSE).toBe(!table(a).includes('1'))
      }),
      { numRuns: 1000 },
    )
  })

  test('implies another exactly when it is true nowhere else', () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        const diagram = new Diagram()
        const implied = ASSIGNMENTS.every((assignment) => !holds(a, assignment) || holds(b, assignment))
        expect(diagram.implies(formulaOf(diagram, a), formulaOf(diagram, b))).toBe(implied)
      }),
      { numRuns: 1000 },
    )
  })

  test('that is too large is undecided, never wrong', () => {
    fc.assert(
      fc.property(expression, fc.integer({ min: 2, max: 12 }), (e, limit) => {
        const diagram = new Diagram(limit)
        const formula = formulaOf(diagram, e)
        expect(diagram.size).toBeLessThanOrEqual(Math.max(2, limit))
        if (formula === UNDECIDED) {
          expect(diagram.exhausted).toBe(true)
          expect(diagram.implies(formula, FALSE)).toBe(false)
          return
        }
        const evaluated = ASSIGNMENTS.map((assignment) => Number(diagram.evaluate(formula, (index) => ((assignment >> index) & 1) === 1)))
        expect(evaluated.join('')).toBe(table(e))
      }),
      { numRuns: 1000 },
    )
  })
})

test('what nobody can decide in reasonable time ends at the bound', () => {
  // The pairs are apart in the order of the variables: the diagram needs 2^40 nodes.
  const diagram = new Diagram()
  let formula: Formula = TRUE
  for (let i = 0; i < 40; i++) formula = diagram.and(formula, diagram.or(diagram.variable(i), diagram.variable(i + 40)))
  expect(formula).toBe(UNDECIDED)
  expect(diagram.exhausted).toBe(true)
})

test('many variables in a row stay small', () => {
  const diagram = new Diagram()
  let all: Formula = TRUE
  for (let i = 0; i < 200; i++) all = diagram.and(all, diagram.variable(i))
  let none: Formula = TRUE
  for (let i = 199; i >= 0; i--) none = diagram.and(none, diagram.not(diagram.variable(i)))
  expect(diagram.and(all, none)).toBe(FALSE)
  expect(diagram.exhausted).toBe(false)
})

test('what one side decides is decided, whatever the other is', () => {
  const diagram = new Diagram()
  const x = diagram.variable(0)
  expect([diagram.and(FALSE, UNDECIDED), diagram.and(UNDECIDED, FALSE)]).toEqual([FALSE, FALSE])
  expect([diagram.or(TRUE, UNDECIDED), diagram.or(UNDECIDED, TRUE)]).toEqual([TRUE, TRUE])
  const open = [diagram.and(TRUE, UNDECIDED), diagram.and(UNDECIDED, x), diagram.or(FALSE, UNDECIDED), diagram.or(x, UNDECIDED)]
  expect([...open, diagram.not(UNDECIDED)]).toEqual([...open, UNDECIDED].map(() => UNDECIDED))
  expect(diagram.exhausted).toBe(false)
})

test('work that makes no new formulas has a bound too', () => {
  const diagram = new Diagram(40)
  let all = [0, 1, 2, 3, 4].map((index) => diagram.variable(index))
  for (let round = 0; round < 3; round++) all = [...new Set(all.flatMap((a) => all.map((b) => diagram.and(a, b))))]
  expect(diagram.size).toBeLessThan(40)
  expect(diagram.exhausted).toBe(true)
})
