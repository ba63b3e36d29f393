/** Every fixture: a bad one has exactly the findings that its comments expect, a good one none. */
import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { type Fixture, fixtureFolders, fixturesOf } from '../src/dev/fixtures.ts'
import { core, ruleOf } from './support/built.ts'
import { compareComments, expectedLines, holdsComments, readComments, stripComments, writeComments } from './support/expectations.ts'
import { failuresOf, lintFixture } from './support/lint.ts'

const UPDATE = inject('update')
const HINT = 'Where what was found is right, this writes it into the fixture: npm test -- --update'

for (const id of fixtureFolders()) {
  describe(id, () => {
    for (const fixture of fixturesOf(id)) test(fixture.name, () => (fixture.isBad ? checkBad(fixture) : checkGood(fixture)))
  })
}

function checkBad(fixture: Fixture): void {
  expect(ruleOf(fixture.rule), `no rule ${fixture.rule} is built; run npm run build, or write the rule, or remove the folder`).toBeDefined()
  const report = UPDATE ? update(fixture) : lintFixture(fixture, 'own')
  expect(failuresOf(report)).toEqual([])
  if (UPDATE) return
  const all = [report, ...report.parts].flatMap(({ findings }) => findings)
  expect(all.length, 'a bad fixture in which nothing is found').toBeGreaterThan(0)
  if (fixture.expected === undefined) expect(holdsComments(report), `its findings are in other files; ${HINT}`).toBe(true)
  if (fixture.expected !== undefined) {
    expect(expectedLines(report), `${fixture.path}.expected says otherwise. ${HINT}`).toEqual(fixture.expected.trimEnd().split('\n'))
    return
  }
  const { expected, found } = compareComments(readComments(fixture.text), report)
  expect(found, `the comments of ${fixture.path} say otherwise. ${HINT}`).toEqual(expected)
}

/** Rewrites what is expected of a bad fixture. */
function update(fixture: Fixture) {
  const stripped = stripComments(fixture.text)
  const report = lintFixture(fixture, 'own', stripped)
  if (fixture.expected !== undefined || fixture.encoding || !holdsComments(report)) {
    // The document stays untouched: its bytes may be the point.
    writeFileSync(fixture.expectedPath, `${expectedLines(report).join('\n')}\n`)
  } else {
    writeFileSync(fixture.absolute, writeComments(report, core.walk))
    rmSync(fixture.expectedPath, { force: true })
  }
  return report
}

function checkGood(fixture: Fixture): void {
  const report = lintFixture(fixture, 'all')
  expect(failuresOf(report)).toEqual([])
  const unwanted = [report, ...report.parts].flatMap((one) => {
    const findings = one.findings.filter(({ rule, severity }) => severity === 'error' || rule === fixture.rule)
    const { found } = compareComments([], { ...one, findings })
    return found.map((line, i) => `${one.kind === 'part' ? `${one.name} ` : ''}${line}  [${findings[i]?.rule}]`)
  })
  expect(unwanted, `${fixture.path} must have no error of any rule, and nothing of its own rule`).toEqual([])
}
