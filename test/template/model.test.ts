/** The value model against brute force: every assignment of the parameters is played through by a plain interpreter. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping, Node } from '../../src/source/tree.ts'
import { FALSE, UNDECIDED } from '../../src/template/conditions.ts'
import { Template } from '../../src/template/template.ts'
import { canHold, type Fact, type Known, string, together } from '../../src/values.ts'

const VALUES = ['a', 'b', 'c']
const PARAMETERS = ['P', 'Q', 'R']
const CONDITIONS = ['C0', 'C1', 'C2']
const MAPPING = { a: { x: 'ax', y: 'ay' }, b: { x: 'bx', y: 'by' }, c: { x: 'cx' } } as Readonly<
  Record<string, Readonly<Record<string, string>>>
>

type Json = string | Json[] | { [key: string]: Json }
type Assignment = Readonly<Record<string, string>>
const NOTHING = Symbol('AWS::NoValue')
const FAILS = Symbol('fails')
type Value = string | readonly Value[] | typeof NOTHING | typeof FAILS

const parameter = fc.constantFrom(...PARAMETERS)
const letter = fc.constantFrom(...VALUES)

/** A condition that may name the ones before it. */
const condition = (index: number): fc.Arbitrary<Json> =>
  fc.letrec<{ expression: Json; atom: Json }>((tie) => ({
    atom: fc.oneof(
      fc.tuple(parameter, letter).map(([name, value]): Json => ({ 'Fn::Equals': [{ Ref: name }, value] })),
      fc.tuple(parameter, parameter).map(([a, b]): Json => ({ 'Fn::Equals': [{ Ref: a }, { Ref: b }] })),
      fc.tuple(parameter, letter).map(([name, x]): Json => ({ 'Fn::Equals': [`${x}x`, { 'Fn::FindInMap': ['M', { Ref: name }, 'x'] }] })),
      ...CONDITIONS.slice(0, index).map((name) => fc.constant<Json>({ Condition: name })),
    ),
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      tie('atom'),
      tie('expression').map((one): Json => ({ 'Fn::Not': [one] })),
      fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).map((all): Json => ({ 'Fn::And': all })),
      fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).map((all): Json => ({ 'Fn::Or': all })),
    ),
  })).expression

const value: fc.Arbitrary<Json> = fc.letrec<{ text: Json; list: Json }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    letter,
    parameter.map((name): Json => ({ Ref: name })),
    fc.tuple(fc.constantFrom(...CONDITIONS), tie('text'), tie('text')).map((all): Json => ({ 'Fn::If': all })),
    fc.tuple(tie('text'), fc.constantFrom('x', 'y')).map(([key, column]): Json => ({ 'Fn::FindInMap': ['M', key, column] })),
    fc.tuple(parameter, tie('text')).map(([name, own]): Json => ({ 'Fn::Sub': [`<\${${name}}-\${Own}>\${!kept}`, { Own: own }] })),
    tie('list').map((list): Json => ({ 'Fn::Join': ['-', list] })),
    fc.tuple(fc.nat(2), tie('list')).map(([index, list]): Json => ({ 'Fn::Select': [String(index), list] })),
  ),
  list: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.array(
      fc.oneof(
        tie('text'),
        fc.constantFrom(...CONDITIONS).map((name): Json => ({ 'Fn::If': [name, 'i', { Ref: 'AWS::NoValue' }] })),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    tie('text').map((text): Json => ({ 'Fn::Split': ['-', text] })),
  ),
})).text

const document = fc.record({
  conditions: fc.tuple(condition(0), condition(1), condition(2)),
  values: fc.tuple(value, value),
  rule: fc.option(condition(0)),
})
type Document = typeof document extends fc.Arbitrary<infer T> ? T : never

function templateOf({ conditions, values, rule }: Document): Template {
  const text = JSON.stringify({
    Parameters: Object.fromEntries(PARAMETERS.map((name) => [name, { Type: 'String', AllowedValues: VALUES }])),
    Mappings: { M: MAPPING },
    Conditions: Object.fromEntries(conditions.map((one, index) => [CONDITIONS[index], one])),
    ...(rule ? { Rules: { Only: { Assertions: [{ Assert: rule }] } } } : {}),
    Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { One: values[0], Other: values[1] } } },
  })
  const source = parseSource(text, 'template.json')
  return new Template(source, source.root as Mapping, 'cloudformation')
}

const every: Assignment[] = VALUES.flatMap((P) => VALUES.flatMap((Q) => VALUES.map((R) => ({ P, Q, R }))))

function holds(expression: Json, { conditions }: Document, under: Assignment): boolean {
  const [name, argument] = Object.entries(expression as Record<string, Json>)[0] as [string, Json]
  const items = argument as Json[]
  const is = (one: Json): boolean => holds(one, { conditions } as Document, under)
  switch (name) {
    case 'Condition':
      return is(conditions[CONDITIONS.indexOf(argument as string)] as Json)
    case 'Fn::Not':
      return !is(items[0] as Json)
    case 'Fn::And':
      return items.every(is)
    case 'Fn::Or':
      return items.some(is)
    default: {
      const [a, b] = items.map((item) => evaluate(item, { conditions } as Document, under))
      return a === b
    }
  }
}

/** What CloudFormation would make of an expression. */
function evaluate(expression: Json, of: Document, under: Assignment): Value {
  const go = (one: Json): Value => evaluate(one, of, under)
  if (typeof expression === 'string') return expression
  if (Array.isArray(expression)) {
    const items = expression.map(go)
    return items.includes(FAILS) ? FAILS : items.filter((item) => item !== NOTHING)
  }
  const [name, argument] = Object.entries(expression)[0] as [string, Json]
  const items = argument as Json[]
  switch (name) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? NOTHING : (under[argument as string] as string)
    case 'Fn::If': {
      const which = of.conditions[CONDITIONS.indexOf(items[0] as string)] as Json
      return go((holds(which, of, under) ? items[1] : items[2]) as Json)
    }
    case 'Fn::FindInMap': {
      const [, row, column] = items.map(go)
      return MAPPING[row as string]?.[column as string] ?? FAILS
    }
    case 'Fn::Sub': {
      const [text, own] = items as [string, Record<string, Json>]
      const mine = go(own.Own as Json)
      if (mine === FAILS) return FAILS
      return text
        .replace('${Own}', mine as string)
        .replace(/\$\{([PQR])\}/, (_, p: string) => under[p] as string)
        .replace('${!kept}', '${kept}')
    }
    case 'Fn::Join': {
      const list = go(items[1] as Json)
      return list === FAILS ? FAILS : (list as string[]).join(items[0] as string)
    }
    case 'Fn::Split': {
      const text = go(items[1] as Json)
      return text === FAILS ? FAILS : (text as string).split(items[0] as string)
    }
    default: {
      const list = go(items[1] as Json)
      return list === FAILS ? FAILS : ((list as string[])[Number(items[0])] ?? FAILS)
    }
  }
}

/** Which facts hold under an assignment. */
function factsUnder(template: Template, facts: readonly Fact[], under: Assignment): Fact[] {
  const { diagram } = template.logic
  const assigned = [...template.parameters.values()]
    .map((one) => template.logic.parameterIs(one, under[one.name] as string).formula)
    .reduce((all, one) => diagram.and(all, one))
  return facts.filter((fact) => diagram.and(fact.when.formula, assigned) !== FALSE)
}

const plain = (node: Node): Value => (node.kind === 'scalar' ? node.text : node.kind === 'sequence' ? node.items.map(plain) : FAILS)

/** The assignments under which anything is deployed at all. */
const deployable = (of: Document): Assignment[] => {
  const kept = of.rule ? every.filter((under) => holds(of.rule as Json, of, under)) : every
  return kept.length ? kept : every
}

describe('the cases of a value', () => {
  it('under every assignment of the parameters exactly one case holds, and it is what CloudFormation would make of it', () => {
    fc.assert(
      fc.property(document, (of) => {
        const template = templateOf(of)
        const facts = template.resources.get('T')?.facts('One') ?? []
        for (const fact of facts) expect(canHold(fact.when)).toBe(true)
        for (const under of deployable(of)) {
          const expected = evaluate(of.values[0], of, under)
          const found = factsUnder(template, facts, under)
          // What cannot be deployed may be taken for anything.
          if (expected === FAILS) continue
          expect(found).toHaveLength(1)
          const [fact] = found as [Fact]
          if (fact.state === 'absent') expect(expected).toBe(NOTHING)
          else if (fact.state === 'known') expect(plain(fact.value)).toEqual(expected)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a value that needs no bound is known', () => {
    fc.assert(
      fc.property(document, (of) => {
        const template = templateOf(of)
        const facts = template.resources.get('T')?.facts('One') ?? []
        fc.pre(template.resolver.incomplete.size === 0)
        for (const under of deployable(of)) {
          if (evaluate(of.values[0], of, under) === FAILS) continue
          for (const fact of factsUnder(template, facts, under)) expect(fact.state).not.toBe('unknown')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('values that can be together are exactly those that some assignment brings together', () => {
    fc.assert(
      fc.property(document, (of) => {
        const template = templateOf(of)
        const resource = template.resources.get('T')
        const one = resource?.known('One', string) ?? []
        const other = resource?.known('Other', string) ?? []
        const pairs = new Set([...together(one, other)].map(([a, b]) => `${a.value}|${b.value}`))
        const expected = new Set<string>()
        let fails = false
        for (const under of deployable(of)) {
          const [a, b] = of.values.map((each) => evaluate(each, of, under))
          fails ||= a === FAILS || b === FAILS
          const known = (facts: readonly Known<string>[]) => factsUnder(template, facts as unknown as Fact[], under).length > 0
          if (typeof a === 'string' && typeof b === 'string' && known(one) && known(other)) expected.add(`${a}|${b}`)
        }
        if (!fails && template.resolver.incomplete.size === 0) expect(pairs).toEqual(expected)
        else for (const pair of expected) expect(pairs).toContain(pair)
      }),
      { numRuns: 300 },
    )
  })

  it('the counts of a list are those of the assignments that have most and fewest items', () => {
    fc.assert(
      fc.property(document, fc.array(fc.constantFrom(...CONDITIONS, ''), { maxLength: 6 }), (of, items) => {
        const list = items.map((name): Json => (name ? { 'Fn::If': [name, 'i', { Ref: 'AWS::NoValue' }] } : 'sure'))
        const template = templateOf({ ...of, values: [list, ''] })
        const [counts] = template.resources.get('T')?.counts('One') ?? []
        const sizes = deployable(of).map((under) => (evaluate(list, of, under) as readonly Value[]).length)
        expect(counts?.most.count).toBe(Math.max(...sizes))
        expect(counts?.least.count).toBe(Math.min(...sizes))
      }),
      { numRuns: 300 },
    )
  })
})

describe('bounds', () => {
  it.each([8, 16, 30, 60])('%i independent conditions in one list cost no more than their number', (k) => {
    const names = Array.from({ length: k }, (_, i) => `C${i}`)
    const items = names.map((name): Json => ({ 'Fn::If': [name, name, { Ref: 'AWS::NoValue' }] }))
    const text = JSON.stringify({
      Parameters: Object.fromEntries(names.map((name) => [`P${name}`, { Type: 'String', AllowedValues: ['a', 'b'] }])),
      Conditions: Object.fromEntries(names.map((name) => [name, { 'Fn::Equals': [{ Ref: `P${name}` }, 'a'] }])),
      Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { List: items, Text: { 'Fn::Join': [',', items] } } } },
    })
    const source = parseSource(text, 'template.json')
    const template = new Template(source, source.root as Mapping, 'cloudformation')
    const resource = template.resources.get('T')
    const [counts] = resource?.counts('List') ?? []
    expect([counts?.least.count, counts?.most.count]).toEqual([0, k])
    expect(resource?.facts('List.*')).toHaveLength(2 * k)
    const joined = resource?.facts('Text') ?? []
    expect(joined.length).toBeLessThanOrEqual(128)
    if (k > 8) {
      expect(joined.map((fact) => fact.state)).toEqual(['unknown'])
      expect(template.resolver.incomplete.size).toBe(1)
    }
    // Time says little on a shared machine; the size of the diagram says how much was done.
    expect(template.logic.diagram.size).toBeLessThan(200 * k)
  })

  it('a diagram that grows too large says so, and soon', () => {
    const n = 40
    const names = Array.from({ length: 2 * n }, (_, i) => `P${i}`)
    // The worst order there is: every variable is compared with the one that comes last.
    const pairs = Array.from(
      { length: n },
      (_, i): Json => ({ 'Fn::Or': [{ 'Fn::And': [{ Condition: `C${i}` }, { Condition: `C${i + n}` }] }] }),
    )
    const text = JSON.stringify({
      Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String' }])),
      Conditions: {
        ...Object.fromEntries(names.map((name, i) => [`C${i}`, { 'Fn::Equals': [{ Ref: name }, 'x'] }])),
        First: { 'Fn::And': names.map((_, i): Json => ({ Condition: `C${i}` })) },
        Hard: { 'Fn::Or': pairs },
      },
      Resources: { T: { Type: 'AWS::SNS::Topic' } },
    })
    const source = parseSource(text, 'template.json')
    const { logic } = new Template(source, source.root as Mapping, 'cloudformation')
    logic.named('First', true)
    const when = logic.named('Hard', true)
    expect(when.formula).toBe(UNDECIDED)
    expect(canHold(when)).toBe(false)
    expect(logic.diagram.exhausted).toBe(true)
    expect(canHold(logic.named('C1', true))).toBe(true)
  })
})
