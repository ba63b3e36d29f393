/** No document makes a rule fail: every fixture, with any of its values replaced by one of another shape, and cut off anywhere. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mapping, Node } from '../src/core.ts'
import { type Fixture, fixtureFolders, fixturesOf, kindOfFixture } from '../src/dev/fixtures.ts'
import { core, ruleOf, rules, schemas } from './support/built.ts'
import { toJson } from './support/json.ts'
import { around, failuresOf, lintFixture } from './support/lint.ts'

/** What a value becomes. */
const OTHERS = [
  'null',
  '""',
  '"text"',
  '-1',
  '1e400',
  'true',
  '[]',
  '{}',
  '[null]',
  '[["a"]]',
  '{"":null}',
  '{"Ref":"AWS::NoValue"}',
  '{"Ref":null}',
  '{"Ref":["a"]}',
  '{"Fn::If":["Nowhere",{"Ref":"AWS::NoValue"},[]]}',
  '{"Fn::If":[]}',
  '{"Fn::Sub":["${",{}]}',
  '{"Fn::GetAtt":"Nothing"}',
  '{"Fn::Transform":{}}',
  '{"Fn::ForEach::X":["A",[],{}]}',
  '"{{resolve:ssm:a}}"',
  '"\\u0000\\ud800"',
  `"${'x'.repeat(5000)}"`,
]

const fixtures = fixtureFolders().flatMap(fixturesOf)
const RUNS = 1000

test('a value of another shape', () => {
  const documents = fixtures.flatMap((fixture) => {
    const { root } = lintFixture(fixture, 'own').source
    return root?.kind === 'mapping' ? [{ fixture, root, nodes: [...core.walk(root)].filter((node) => node !== root) }] : []
  })
  const anywhere = fc.record({ document: fc.nat(documents.length - 1), place: fc.nat(), other: fc.constantFrom(...OTHERS) })
  fc.assert(
    fc.property(anywhere, ({ document, place, other }) => {
      const { fixture, root, nodes } = documents[document] as (typeof documents)[number]
      const node = nodes[place % nodes.length] as Node
      const text = toJson(root as Mapping, { replaced: new Map([[node, other]]) })
      const report = lintFixture(fixture, 'all', text, fixture.path.replace(/\.\w+$/, '.json'))
      expect(failuresOf(report), `${fixture.path}: ${core.pathOf(node)} becomes ${other}`).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('a text that ends too early, or lacks a line', () => {
  const anywhere = fc.record({ index: fc.nat(fixtures.length - 1), place: fc.nat(), how: fc.constantFrom('cut', 'line' as const) })
  fc.assert(
    fc.property(anywhere, ({ index, place, how }) => {
      const fixture = fixtures[index] as Fixture
      const lines = fixture.text.split('\n')
      const text =
        how === 'cut' ? fixture.text.slice(0, place % (fixture.text.length + 1)) : lines.toSpliced(place % lines.length, 1).join('\n')
      const kind = kindOfFixture(fixture, ruleOf(fixture.rule)?.on ?? [], null)
      const report = core.lint(text, fixture.path, { rules, schemas, kind, ...around(fixture) })
      expect(failuresOf(report), fixture.path).toEqual([])
      for (const { span } of report.findings) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true)
    }),
    { numRuns: RUNS },
  )
})
