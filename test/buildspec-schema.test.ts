/** The JSON Schema for editors and the rules about buildspecs say the same of every fixture. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { BUILDSPEC_KEYS, BUILDSPEC_SECTIONS, PHASES } from '../src/buildspec/keys.ts'
import type { Node } from '../src/core.ts'
import { type Fixture, fixtureFolders, fixturesOf } from '../src/dev/fixtures.ts'
import { core, DIST, rules, schemas } from './support/built.ts'

/** Rules of form: what they report the schema refuses. The others are about meaning, commands, or more than one value. */
const OF_FORM = [
  'ambiguous-batch',
  'artifact-files-missing',
  'cache-paths-missing',
  'command-not-text',
  'compute-type-with-fleet',
  'fallback-keys-without-key',
  'fanout-parallelism-missing',
  'invalid-artifact-identifier',
  'invalid-batch-identifier',
  'invalid-switch',
  'invalid-variable-name',
  'malformed-phase',
  'malformed-runtime-version',
  'misplaced-runtime-versions',
  'outdated-java-runtime',
  'phases-missing',
  'report-files-missing',
  'reserved-variable',
  'too-many-fallback-keys',
  'too-many-report-groups',
  'too-many-secondary-artifacts',
  'unexportable-variable',
  'unknown-artifact-key',
  'unknown-batch-environment',
  'unknown-cache-action',
  'unknown-env-key',
  'unknown-key',
  'unknown-on-failure',
  'unknown-phase',
  'unknown-phase-key',
  'unknown-report-format',
  'unknown-runtime',
  'unknown-section',
  'unknown-shell',
  'unknown-version',
  'variable-not-text',
  'version-missing',
]

/** What a generator is still to fill in the schema takes at its word; anchors need a key of their own. */
const GENERATED = /<[A-Z_]+>|\$\{[A-Z_]+\}|\{\{|&common/

const schema = JSON.parse(readFileSync(join(DIST, 'schemas', 'buildspec.schema.json'), 'utf8'))
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false }).compile(
  schema,
)

for (const id of fixtureFolders().filter((id) => id.startsWith('buildspec/'))) {
  describe(id, () => {
    for (const fixture of fixturesOf(id)) {
      const found = refusals(fixture)
      if (!found) continue
      test(`${fixture.name}: what the schema refuses is reported`, () => {
        const { findings } = core.lint(fixture.text, 'buildspec.yml', { rules, schemas, kind: 'buildspec', level: 'warning' })
        expect(findings.length ? [] : found).toEqual([])
      })
      if (fixture.isBad && OF_FORM.includes(id.slice('buildspec/'.length)))
        test(`${fixture.name}: what is reported the schema refuses`, () => expect(found).not.toEqual([]))
    }
  })
}

test('every rule of form is a rule', () => {
  expect(OF_FORM.filter((name) => !fixtureFolders().includes(`buildspec/${name}`))).toEqual([])
})

test('schema and rules know the same keys', () => {
  const { properties } = schema
  const keys = (of: { properties: object }): string[] => Object.keys(of.properties).sort()
  const own = (name: keyof typeof BUILDSPEC_KEYS): string[] => [...BUILDSPEC_KEYS[name]].sort()
  expect(keys(schema)).toEqual([...BUILDSPEC_SECTIONS, 'environment_variables', 'eb_codebuild_settings'].sort())
  expect(keys(properties.phases)).toEqual([...PHASES].sort())
  expect(keys(properties.phases.properties.install)).toEqual(own('phase'))
  expect(keys(properties.env)).toEqual(own('env'))
  expect(keys(properties.proxy)).toEqual(own('proxy'))
  expect(keys(properties.artifacts)).toEqual(own('artifacts'))
  expect(keys(properties.cache)).toEqual(own('cache'))
  expect(keys(properties.batch)).toEqual(own('batch'))
  expect(keys(properties.batch.properties['build-graph'].items)).toEqual(own('build'))
  expect(keys(properties.reports.additionalProperties)).toEqual(own('report'))
})

/** What the schema has against a fixture; undefined where that is no question. */
function refusals(fixture: Fixture): string[] | undefined {
  const { root } = core.parseSource(fixture.text, fixture.path)
  if (root?.kind !== 'mapping' || core.childOf(root, 'Resources') || GENERATED.test(fixture.text)) return undefined
  validate(plainValue(root))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A node as a validator sees it. */
function plainValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map(plainValue)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainValue(value)] as const))
}
