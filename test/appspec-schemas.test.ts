/** The JSON Schemas for editors and the rules about AppSpec files say the same of every fixture. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv, { type ValidateFunction } from 'ajv'
import { describe, expect, test } from 'vitest'
import { AppSpec, type Platform } from '../src/appspec/appspec.ts'
import type { Node } from '../src/core.ts'
import { type Fixture, fixtureFolders, fixturesOf } from '../src/dev/fixtures.ts'
import { core, DIST, rules, schemas } from './support/built.ts'

/** Rules of form: what they report no schema takes. The others are about meaning, writing, or more than one value. */
const OF_FORM = [
  'except-not-list',
  'incomplete-capacity-provider',
  'incomplete-context',
  'incomplete-ecs-target',
  'incomplete-file-mapping',
  'incomplete-lambda-target',
  'invalid-alias',
  'invalid-context-range',
  'invalid-function-name',
  'invalid-hook-function',
  'invalid-lambda-version',
  'invalid-platform-version',
  'invalid-timeout',
  'os-missing',
  'permission-not-text',
  'permission-object-missing',
  'permissions-on-windows',
  'reserved-hook',
  'resource-count',
  'runas-not-text',
  'script-location-missing',
  'task-definition-not-arn',
  'unexpected-version',
  'unknown-file-exists-behavior',
  'unknown-file-key',
  'unknown-hook',
  'unknown-os',
  'unknown-permission-key',
  'unknown-permission-type',
  'unknown-public-ip-setting',
  'unknown-resource-type',
  'unknown-script-key',
  'unknown-section',
  'unknown-target-property',
  'unknown-version',
  'version-missing',
  'wildcard-in-source',
  'wrong-hooks-shape',
]

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false })
const validators: Readonly<Record<Platform, { validate: ValidateFunction; names: ReadonlyMap<string, string> }>> = {
  server: validatorOf('server'),
  lambda: validatorOf('lambda'),
  ecs: validatorOf('ecs'),
}

function validatorOf(platform: Platform) {
  const schema = JSON.parse(readFileSync(join(DIST, 'schemas', `appspec-${platform}.schema.json`), 'utf8')) as object
  return { validate: ajv.compile(schema), names: namesIn(schema) }
}

for (const id of fixtureFolders().filter((id) => id.startsWith('appspec/'))) {
  describe(id, () => {
    for (const fixture of fixturesOf(id)) {
      const found = refusals(fixture)
      if (!found) continue
      test(`${fixture.name}: what the schema refuses is reported`, () => {
        const options = { rules, schemas, kind: 'appspec' as const, level: 'warning' as const }
        const { findings } = core.lint(fixture.text, 'appspec.yml', options)
        expect(findings.length ? [] : found).toEqual([])
      })
      if (fixture.isBad && OF_FORM.includes(id.slice('appspec/'.length)))
        test(`${fixture.name}: what is reported the schema refuses`, () => expect(found).not.toEqual([]))
    }
  })
}

test('every rule of form is a rule', () => {
  expect(OF_FORM.filter((name) => !fixtureFolders().includes(`appspec/${name}`))).toEqual([])
})

/** What the schema of its platform has against a fixture; undefined where that is no question. */
function refusals(fixture: Fixture): string[] | undefined {
  const source = core.parseSource(fixture.text, fixture.path)
  if (source.root?.kind !== 'mapping') return undefined
  const { platform } = new AppSpec(source, source.root)
  // Without a resource of either type no schema is more right than the other.
  const { validate, names } = validators[platform ?? 'lambda']
  validate(plainValue(source.root, platform === 'server' ? new Map() : names))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A node as a validator sees it. Of Lambda and ECS any case of a key is read, which a schema cannot say. */
function plainValue(node: Node, names: ReadonlyMap<string, string>): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map((item) => plainValue(item, names))
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [names.get(key.text.toLowerCase()) ?? key.text, plainValue(value, names)] as const),
  )
}

/** The documented spelling of each property, by its lower case; events keep theirs, which counts. */
function namesIn(schema: object): Map<string, string> {
  const names = new Map<string, string>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const name of Object.keys((part as { properties?: object }).properties ?? {}))
      if (!/^(Before|After)/.test(name) && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
    Object.values(part).forEach(visit)
  }
  visit(schema)
  return names
}
