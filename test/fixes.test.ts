/**
 * What the fixes of rules make of their bad fixtures: exactly what stands in `bad.fixed.yaml` beside `bad.yaml`; nothing more when
 * they are applied again; the same values in JSON; the same lines where they end with CRLF.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import type { Mapping } from '../src/core.ts'
import { type Fixture, fixedPath, fixtureFolders, fixturesOf } from '../src/dev/fixtures.ts'
import { toJson } from '../src/dev/json.ts'
import { type Fixed, fixDocument } from '../src/fix.ts'
import { core, ruleOf } from './support/built.ts'
import { stripComments } from './support/expectations.ts'
import { lintFixture } from './support/lint.ts'

const UPDATE = inject('update')
const HINT = 'Where the fix is right, this writes it: npm test -- --update'

for (const id of fixtureFolders()) {
  if (!ruleOf(id)?.fixes) continue
  describe(id, () => {
    for (const fixture of fixturesOf(id).filter(({ isBad }) => isBad)) test(fixture.name, () => checkFixes(fixture))
  })
}

/** Everything that its own rule can fix in a text. */
function fix(fixture: Fixture, text: string, name = fixture.path): Fixed {
  const again = (text: string) => lintFixture(fixture, 'own', text, name)
  return fixDocument(again(text), again, true)
}

function checkFixes(fixture: Fixture): void {
  const path = fixedPath(fixture)
  const text = stripComments(fixture.text)
  const done = fix(fixture, text)
  expect(done.refused.map(({ message }) => message)).toEqual([])
  if (UPDATE) {
    if (done.fixed.length > 0) writeFileSync(path, done.text)
    else rmSync(path, { force: true })
  }
  expect(existsSync(path), `${path} is there although nothing is fixed, or the other way round. ${HINT}`).toBe(done.fixed.length > 0)
  if (done.fixed.length === 0) return
  expect(done.text, HINT).toBe(readFileSync(path, 'utf8'))

  expect(fix(fixture, done.text).text, 'a second run changes something').toBe(done.text)
  if (!text.includes('\r')) {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    expect(fix(fixture, crlf(text)).text, 'with CRLF').toBe(crlf(done.text))
  }
  const { root, format, problems } = core.parseSource(text, fixture.path)
  if (format === 'json' || root?.kind !== 'mapping' || problems.length > 0) return
  const twin = fix(fixture, toJson(root as Mapping), fixture.path.replace(/\.\w+$/, '.json'))
  expect(twin.refused).toEqual([])
  // What a text is written as does not matter for JSON: only where YAML alone has the defect is there nothing to fix.
  if (twin.fixed.length === done.fixed.length) expect(values(twin.text)).toEqual(values(done.text))
}

/** The values of a document, numbers as texts. */
function values(text: string): string {
  const { root } = core.parseSource(text, 'x.yaml')
  return JSON.stringify(root && JSON.parse(toJson(root as Mapping)), (_, value: unknown) =>
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
  )
}
