/** The Conditions section, and the values that functions give under it, against every assignment of the parameters. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import { at, type Mapping, type Node } from '../../src/source/tree.ts'
import { FALSE, TRUE } from '../../src/template/conditions.ts'
import { Template } from '../../src/template/template.ts'
import { ALWAYS, both, canHold, Properties, type When } from '../../src/values.ts'

const templateOf = (document: unknown): Template => {
  const source = parseSource(JSON.stringify(document), 'a.json')
  return new Template(source, source.root as Mapping, 'cloudformation')
}

/** Parameters: A and B have all their values declared, C has a default only, D nothing. */
const PARAMETERS = {
  A: { Type: 'String', AllowedValues: ['x', 'y', 'z'] },
  B: { Type: 'String', AllowedValues: ['x', 'w'], Default: 'w' },
  C: { Type: 'String', Default: 'x' },
  D: { Type: 'String' },
}
type Name = keyof typeof PARAMETERS
const NAMES: readonly Name[] = ['A', 'B', 'C', 'D']
const LITERALS = ['x', 'y', 'w']
type Assignment = Readonly<Record<Name, string>>

/** What each can be; "other" stands for all that is never mentioned. */
const DOMAINS: Readonly<Record<Name, readonly string[]>> = {
  A: ['x', 'y', 'z'],
  B: ['x', 'w'],
  C: [...LITERALS, 'other'],
  D: [...LITERALS, 'other'],
}

const EVERY: readonly Assignment[] = NAMES.reduce<Partial<Record<Name, string>>[]>(
  (all, name) => all.flatMap((one) => DOMAINS[name].map((value) => ({ ...one, [name]: value }))),
  [{}],
) as Assignment[]

type Expression =
  | { readonly op: 'is'; readonly name: Name; readonly value: string; readonly turned: boolean }
  | { readonly op: 'same'; readonly a: string; readonly b: string }
  | { readonly op: 'not'; readonly a: Expression }
  | { readonly op: 'and' | 'or'; readonly items: readonly Expression[] }
  | { readonly op: 'condition'; readonly index: number }

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      op: fc.constant('is' as const),
      name: fc.constantFrom(...NAMES),
      value: fc.constantFrom(...LITERALS),
      turned: fc.boolean(),
    }),
    fc.record({ op: fc.constant('same' as const), a: fc.constantFrom('x', 'y'), b: fc.constantFrom('x', 'y') }),
    fc.record({ op: fc.constant('not' as const), a: tie('expression') }),
    fc.record({ op: fc.constantFrom('and' as const, 'or' as const), items: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ op: fc.constant('condition' as const), index: fc.nat(10) }),
  ),
}))

/** Condition i may name those before it only. */
const section = fc.array(expression, { minLength: 1, maxLength: 5 })

function written(e: Expression, before: number): unknown {
  switch (e.op) {
    case 'is':
      return { 'Fn::Equals': e.turned ? [e.value, { Ref: e.name }] : [{ Ref: e.name }, e.value] }
    case 'same':
      return { 'Fn::Equals': [e.a, e.b] }
    case 'not':
      return { 'Fn::Not': [written(e.a, before)] }
    case 'and':
      return { 'Fn::And': e.items.map((item) => written(item, before)) }
    case 'or':
      return { 'Fn::Or': e.items.map((item) => written(item, before)) }
    case 'condition':
      return before === 0 ? { 'Fn::Equals': ['x', 'x'] } : { Condition: `C${e.index % before}` }
  }
}

function holds(all: readonly Expression[], e: Expression, before: number, given: Assignment): boolean {
  switch (e.op) {
    case 'is':
      return given[e.name] === e.value
    case 'same':
      return e.a === e.b
    case 'not':
      return !holds(all, e.a, before, given)
    case 'and':
      return e.items.every((item) => holds(all, item, before, given))
    case 'or':
      return e.items.some((item) => holds(all, item, before, given))
    case 'condition': {
      const index = e.index % before
      return before === 0 || holds(all, all[index] as Expression, index, given)
    }
  }
}

const conditionsOf = (all: readonly Expression[]): Record<string, unknown> =>
  Object.fromEntries(all.map((e, i) => [`C${i}`, written(e, i)]))
const truth = (all: readonly Expression[], index: number, given: Assignment): boolean => holds(all, all[index] as Expression, index, given)

describe('any Conditions section', () => {
  test('each condition holds for the assignments that it says, no more and no less', () => {
    fc.assert(
      fc.property(section, (all) => {
        const { logic, parameters } = templateOf({ Parameters: PARAMETERS, Conditions: conditionsOf(all), Resources: {} })
        for (const index of all.keys()) {
          const { formula } = logic.named(`C${index}`, true)
          const truths = EVERY.map((given) => truth(all, index, given))
          expect(formula === FALSE, `C${index} can never hold`).toBe(!truths.includes(true))
          expect(formula === TRUE, `C${index} always holds`).toBe(!truths.includes(false))
          // Under an assignment of the closed parameters, both outcomes are possible exactly if the open ones can bring them about.
          for (const a of DOMAINS.A) {
            for (const b of DOMAINS.B) {
              const [pa, pb] = [parameters.get('A'), parameters.get('B')]
              if (!pa || !pb) throw new Error('a parameter is missing')
              const here = both(logic.parameterIs(pa, a), logic.parameterIs(pb, b))
              for (const is of [true, false]) {
                const possible = EVERY.some((given) => given.A === a && given.B === b && truth(all, index, given) === is)
                expect(canHold(both(here, logic.named(`C${index}`, is)))).toBe(possible)
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('two conditions exclude each other exactly when no assignment has both', () => {
    fc.assert(
      fc.property(section, (all) => {
        const { logic } = templateOf({ Parameters: PARAMETERS, Conditions: conditionsOf(all), Resources: {} })
        for (const i of all.keys()) {
          for (const j of all.keys()) {
            const possible = EVERY.some((given) => truth(all, i, given) && truth(all, j, given))
            expect(canHold(both(logic.named(`C${i}`, true), logic.named(`C${j}`, true)))).toBe(possible)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** A value made of functions over the closed parameters and the conditions. */
type Value =
  | { readonly op: 'literal'; readonly value: string }
  | { readonly op: 'ref'; readonly name: Name }
  | { readonly op: 'novalue' }
  | { readonly op: 'if'; readonly index: number; readonly yes: Value; readonly no: Value }
  | { readonly op: 'sub'; readonly name: Name; readonly own: Value }
  | { readonly op: 'join'; readonly items: readonly Value[] }
  | { readonly op: 'map'; readonly name: Name }

const text = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ op: fc.constant('literal' as const), value: fc.constantFrom('p', 'q', '') }),
    fc.record({ op: fc.constant('ref' as const), name: fc.constantFrom(...NAMES) }),
    fc.record({ op: fc.constant('if' as const), index: fc.nat(10), yes: tie('value'), no: tie('value') }),
    fc.record({ op: fc.constant('sub' as const), name: fc.constantFrom(...NAMES), own: tie('value') }),
    fc.record({
      op: fc.constant('join' as const),
      items: fc.array(
        fc.oneof(
          tie('value'),
          fc.record({ op: fc.constant('if' as const), index: fc.nat(10), yes: tie('value'), no: fc.constant({ op: 'novalue' as const }) }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    fc.record({ op: fc.constant('map' as const), name: fc.constantFrom('A' as const, 'B' as const) }),
  ),
})).value
const value = fc.oneof(
  text,
  fc.record({ op: fc.constant('if' as const), index: fc.nat(10), yes: text, no: fc.constant({ op: 'novalue' as const }) }),
)

const MAP = { M: Object.fromEntries(['x', 'y', 'z', 'w'].map((key) => [key, { leaf: `leaf ${key}` }])) }

function writtenValue(v: Value, conditions: number): unknown {
  switch (v.op) {
    case 'literal':
      return v.value
    case 'ref':
      return { Ref: v.name }
    case 'novalue':
      return { Ref: 'AWS::NoValue' }
    case 'if':
      return { 'Fn::If': [`C${v.index % conditions}`, writtenValue(v.yes, conditions), writtenValue(v.no, conditions)] }
    case 'sub':
      return { 'Fn::Sub': [`\${${v.name}}-\${Own}-\${!Literal}`, { Own: writtenValue(v.own, conditions) }] }
    case 'join':
      return { 'Fn::Join': ['/', v.items.map((item) => writtenValue(item, conditions))] }
    case 'map':
      return { 'Fn::FindInMap': ['M', { Ref: v.name }, 'leaf'] }
  }
}

/** The value under an assignment; undefined for none. */
function evaluated(v: Value, all: readonly Expression[], given: Assignment): string | undefined {
  switch (v.op) {
    case 'literal':
      return v.value
    case 'ref':
      return given[v.name]
    case 'novalue':
      return undefined
    case 'if':
      return evaluated(truth(all, v.index % all.length, given) ? v.yes : v.no, all, given)
    case 'sub':
      return `${given[v.name]}-${evaluated(v.own, all, given)}-\${Literal}`
    case 'join':
      return v.items
        .map((item) => evaluated(item, all, given))
        .filter((item) => item !== undefined)
        .join('/')
    case 'map':
      return `leaf ${given[v.name]}`
  }
}

/** The condition that parameters have these values; those of the open ones that are not declared are left out. */
function whenGiven(template: Template, given: Assignment): When {
  let when = ALWAYS
  for (const name of NAMES) {
    const parameter = template.parameters.get(name)
    if (!parameter) throw new Error(`there is no parameter ${name}`)
    const is =
      given[name] === 'other' ? template.logic.parameterIsNot(parameter, LITERALS) : template.logic.parameterIs(parameter, given[name])
    when = both(when, is)
  }
  return when
}

describe('any value made of functions', () => {
  test('has, under every assignment, the value that CloudFormation computes, or is unknown', () => {
    let known = 0
    fc.assert(
      fc.property(section, value, (all, v) => {
        const template = templateOf({
          Parameters: PARAMETERS,
          Mappings: MAP,
          Conditions: conditionsOf(all),
          Resources: { R: { Type: 'Custom::R', Properties: { P: writtenValue(v, all.length) } } },
        })
        const facts = template.resources.get('R')?.facts('P') ?? []
        for (const given of EVERY) {
          const here = whenGiven(template, given)
          const possible = facts.filter((fact) => canHold(both(here, fact.when)))
          const expected = evaluated(v, all, given)
          expect(possible.length, 'some case always holds').toBeGreaterThan(0)
          for (const fact of possible) {
            if (fact.state === 'absent') expect(expected).toBeUndefined()
            else if (fact.state === 'known') {
              known++
              expect(fact.value.kind === 'scalar' ? fact.value.text : fact.value.kind).toBe(expected)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(known).toBeGreaterThan(1000)
  })

  test('of a list that conditions decide has a count that is reached, and none beyond it is', () => {
    const list = fc.array(fc.oneof(value, text), { maxLength: 6 })
    fc.assert(
      fc.property(section, list, (all, items) => {
        const template = templateOf({
          Parameters: PARAMETERS,
          Mappings: MAP,
          Conditions: conditionsOf(all),
          Resources: { R: { Type: 'Custom::R', Properties: { P: items.map((item) => writtenValue(item, all.length)) } } },
        })
        const [counts] = template.resources.get('R')?.counts('P') ?? []
        if (!counts) throw new Error('the list is not counted')
        const sizes = EVERY.map((given) => ({
          here: whenGiven(template, given),
          size: items.filter((item) => evaluated(item, all, given) !== undefined).length,
        }))
        for (const bound of [counts.most, counts.least]) {
          const when = sizes.filter(({ here }) => canHold(both(here, bound.when)))
          expect(when.length, 'the bound can be reached').toBeGreaterThan(0)
          for (const { size } of when) {
            if (bound === counts.most) expect(size).toBeGreaterThanOrEqual(bound.count)
            else expect(size).toBeLessThanOrEqual(bound.count)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('sections that make no sense', () => {
  test('a circle of conditions can be anything', () => {
    const { logic } = templateOf({ Conditions: { A: { Condition: 'B' }, B: { 'Fn::Not': [{ Condition: 'A' }] } }, Resources: {} })
    for (const is of [true, false]) expect(canHold(logic.named('A', is))).toBe(true)
  })

  test('a condition that is not defined can be either, and is the same everywhere', () => {
    const { logic } = templateOf({ Resources: {} })
    expect(canHold(logic.named('X', true))).toBe(true)
    expect(canHold(both(logic.named('X', true), logic.named('X', false)))).toBe(false)
  })

  test('functions of a wrong shape can be either', () => {
    for (const wrong of [{ 'Fn::And': [] }, { 'Fn::Equals': ['a'] }, { 'Fn::Not': ['a', 'b'] }, { 'Fn::Or': 'x' }, 'true', {}, ['a']]) {
      const { logic } = templateOf({ Conditions: { A: wrong }, Resources: {} })
      for (const is of [true, false]) expect(canHold(logic.named('A', is)), JSON.stringify(wrong)).toBe(true)
    }
  })

  test('a condition may name what is not there while the resources are read', () => {
    const names = { 'Fn::Equals': [{ 'Fn::Select': [{ Ref: 'Nothing' }, ['a', 'b']] }, 'a'] }
    const { logic, resources } = templateOf({ Conditions: { A: names }, Resources: { R: { Type: 'Custom::R', Condition: 'A' } } })
    expect(resources.size).toBe(1)
    for (const is of [true, false]) expect(canHold(logic.named('A', is))).toBe(true)
  })

  test('deep nesting ends', () => {
    let deep: unknown = { 'Fn::Equals': [{ Ref: 'A' }, 'x'] }
    for (let i = 0; i < 100; i++) deep = { 'Fn::Not': [deep] }
    const { logic } = templateOf({ Parameters: PARAMETERS, Conditions: { A: deep }, Resources: {} })
    expect(canHold(logic.named('A', true))).toBe(true)
  })
})

test('a parameter that is given has one value', () => {
  const source = parseSource(
    JSON.stringify({ Parameters: PARAMETERS, Conditions: { X: { 'Fn::Equals': [{ Ref: 'A' }, 'x'] } }, Resources: {} }),
    'a.json',
  )
  const template = new Template(source, source.root as Mapping, 'cloudformation', { inputs: { parameters: { A: 'y' } } })
  expect(template.logic.named('X', true).formula).toBe(FALSE)
})

test('properties follow conditions on the way down', () => {
  const template = templateOf({
    Parameters: PARAMETERS,
    Conditions: { X: { 'Fn::Equals': [{ Ref: 'A' }, 'x'] } },
    Resources: {
      R: { Type: 'Custom::R', Properties: { P: { 'Fn::If': ['X', { Q: { 'Fn::If': ['X', 1, 2] } }, { Ref: 'AWS::NoValue' }] } } },
    },
  })
  const resource = template.resources.get('R')
  expect(resource).toBeInstanceOf(Properties)
  const facts = resource?.facts('P.Q') ?? []
  expect(facts.map((fact) => [fact.state, fact.when.because])).toEqual([
    ['known', ['X is true']],
    ['absent', ['X is false']],
  ])
  expect((at(template.root, 'Resources', 'R', 'Properties', 'P', 'Fn::If', 1, 'Q', 'Fn::If', 1) as Node).span).toEqual(facts[0]?.node.span)
})
