/** What every rule owes: one test per rule and fact. A failure says what to run or where to go. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Rule, RuleSource } from '../src/core.ts'
import { fixtureFolders, fixturesOf, kindOfFixture, strayFiles } from '../src/dev/fixtures.ts'
import { ROOT, ruleFiles } from '../src/dev/groups.ts'
import { UNWRITTEN } from '../src/dev/new-rule.ts'
import { core, everyRule, rules, schemas } from './support/built.ts'
import { importsOf } from './support/imports.ts'
import { around, lintFixture } from './support/lint.ts'
import { hasPath, pathsRead, schemaOf } from './support/schemas.ts'

const ids = [...ruleFiles()].flatMap(([group, defects]) => defects.map((defect) => `${group}/${defect}`))
const WARN_LINES = 120
const MOST_LINES = 200

for (const id of ids) {
  const file = `rules/${id}.ts`
  const rule = everyRule.find((one) => one.id === id)
  const fix = (what: string): string => `${file}: ${what}`

  describe(id, () => {
    test('its id is its path', () => {
      expect(id, fix('name it after the defect, in lower case, with "-" between words')).toMatch(/^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(rule, fix(`set id to '${id}', then run: npm run build`)).toBeDefined()
    })
    if (!rule) return

    test('its chunk loads it', () => {
      // The manifest is kept by what rules look at, so that the order of it is lost.
      const entries = rules.manifest.filter((entry) => entry.id === id).map((entry) => ({ ...entry, on: [...entry.on].sort() }))
      const { severity } = rule
      expect(entries, fix('run: npm run build')).toEqual([{ id, severity, on: [...rule.on].sort(), chunk: expect.any(String) }])
    })

    test('it says what it looks at', () => {
      expect(rule.on.length, fix('name the types in `on`')).toBeGreaterThan(0)
      for (const on of rule.on)
        expect(on, fix('correct `on`')).toMatch(
          /^(\*|template|policy|statemachine|suppressions|appspec|buildspec|source|\w+::\w+(::\w+)*)$/,
        )
      expect(new Set(rule.on).size, fix('a type stands twice in `on`')).toBe(rule.on.length)
    })

    test('its title is short and no sentence', () => {
      expect(rule.title, fix('write a title')).toMatch(/^\S.*\S$/)
      expect(rule.title.length, fix('shorten the title to 80 characters')).toBeLessThanOrEqual(80)
      expect(rule.title, fix('end the title without a full stop')).not.toMatch(/\.$/)
    })

    test('it says why and what to do', () => {
      for (const part of ['why', 'fix'] as const) expect(rule[part], fix(`write \`${part}\` as sentences`)).toMatch(/^\S.*\.$/s)
    })

    test('its facts have sources', () => {
      expect(rule.sources.length, fix('name the page that says so in `sources`')).toBeGreaterThan(0)
      for (const { url, fact } of rule.sources) {
        expect(() => new URL(url), fix(`correct the address ${url}`)).not.toThrow()
        expect(url, fix('give an https address')).toMatch(/^https:\/\//)
        expect(fact.trim(), fix(`say in own words what ${url} says`)).not.toBe('')
      }
    })

    test('its references are well-formed', () => {
      for (const note of rule.notes ?? []) expect(note, fix("cite notes as '012:345'")).toMatch(/^\d{3}:\d+$/)
      for (const other of rule.cfnLint ?? []) expect(other, fix("name rules of cfn-lint as 'E3012'")).toMatch(/^[EWI]\d{4}$/)
    })

    test('its messages are sentences', () => {
      for (const [key, message] of Object.entries(rule.messages)) {
        expect(message, fix(`begin the message ${key} upper-case or with a quoted name`)).toMatch(/^(["'`{]|\p{Lu})/u)
        expect(message, fix(`end the message ${key} with a full stop`)).toMatch(/[.?]$/)
      }
    })

    test('its file is small and imports #rule only', () => {
      const source = readFileSync(join(ROOT, file), 'utf8')
      const lines = source.trimEnd().split('\n').length
      if (lines > WARN_LINES) console.warn(`${file} has ${lines} lines; move the meaning into src/ (it fails at ${MOST_LINES})`)
      expect(lines, fix('move the meaning into src/')).toBeLessThanOrEqual(MOST_LINES)
      for (const name of importsOf(source)) expect(name, fix('import #rule and ./_siblings only')).toMatch(/^(#rule|\.\/_[\w-]+\.ts)$/)
    })

    const fixtures = fixturesOf(id)

    test('nothing of it is left to be written', () => {
      const texts = [{ path: file, text: readFileSync(join(ROOT, file), 'utf8') }, ...fixtures]
      expect(
        texts.filter(({ text }) => text.includes(UNWRITTEN)).map(({ path }) => path),
        `write what stands as ${UNWRITTEN}`,
      ).toEqual([])
    })

    const reports = fixtures.filter(({ isBad }) => isBad).map((fixture) => lintFixture(fixture, 'own'))

    test('it has a bad and a good fixture', () => {
      expect(fixtures.filter(({ isBad }) => isBad).length, `write fixtures/${id}/bad.yaml`).toBeGreaterThan(0)
      expect(fixtures.filter(({ isBad }) => !isBad).length, `write fixtures/${id}/good.yaml`).toBeGreaterThan(0)
      expect(strayFiles(id), `fixtures/${id}: files are named bad*.yaml, good*.yaml, .json or <fixture>.expected`).toEqual([])
    })

    test('the properties that it reads exist', () => {
      const declared = rule.on.filter((on) => on.includes('::')).flatMap((type) => rule.paths.map((path) => ({ type, path })))
      // A rule for every resource asks each for what some have; one about suppressions needs all other rules to run.
      const asksAll = rule.on.includes('*') || rule.on.includes('suppressions')
      const read = asksAll ? [] : fixtures.flatMap((fixture) => pathsRead(() => lintFixture(fixture, 'own')))
      const unknown = [...declared, ...read].filter(({ type, path }) => {
        const schema = schemaOf(type)
        return schema !== undefined && !hasPath(schema, path)
      })
      expect(
        [...new Set(unknown.map(({ type, path }) => `${type} has no ${path}`))],
        fix('correct the path, or ask for the type first'),
      ).toEqual([])
    })

    test('it says whether it offers fixes', () => {
      const offers = reports.some(({ findings }) => findings.some(({ fix }) => fix))
      const says = offers ? 'say `fixes` of it' : 'no bad fixture is offered a fix: show one, or remove `fixes`'
      expect(rule.fixes !== undefined, fix(says)).toBe(offers)
    })

    test('every message of it is found', () => {
      const found = messagesFound(rule)
      const missing = Object.keys(rule.messages).filter((key) => !found.has(key))
      expect(missing, `show these in fixtures/${id}/bad*.yaml, then run: npm test -- --update`).toEqual([])
    })

    test('its messages are filled in', () => {
      const names = Object.values(rule.messages).flatMap((message) => message.match(/\{\w+\}/g) ?? [])
      const open = reports.flatMap(({ findings }) => findings.filter(({ message }) => names.some((name) => message.includes(name))))
      expect(
        open.map(({ message }) => message),
        fix('give every placeholder to report()'),
      ).toEqual([])
    })

    test('it finds more than one', () => {
      const lines = reports.map(({ findings, source }) => new Set(findings.map(({ span }) => source.lines.position(span.start).line)).size)
      // What a document has once can be wrong once in each document only.
      const isOfDocument = rule.on.every((on) => !on.includes('::') && on !== '*')
      const enough = Math.max(0, ...lines) > 1 || (isOfDocument && lines.filter((count) => count === 1).length > 1)
      const what = isOfDocument ? 'two defects at different lines, or two bad documents' : 'two defects at different lines'
      expect(enough, `show ${what}: fixtures/${id}/bad.yaml`).toBe(true)
    })
  })
}

describe('all rules together', () => {
  test('nothing is built without a file', () => {
    expect(
      everyRule.map((rule) => rule.id).filter((id) => !ids.includes(id)),
      'run: npm run build',
    ).toEqual([])
  })

  test('no fixture folder is left over', () => {
    const orphans = fixtureFolders().filter((id) => !ids.includes(id))
    expect(orphans, `remove or rename: ${orphans.map((id) => `git rm -r fixtures/${id}`).join('; ')}`).toEqual([])
  })

  test('no two rules have the same title', () => {
    const titles = everyRule.map((rule) => rule.title)
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  })

  test('no two rules say the same of the same text', () => {
    const twice = new Set<string>()
    for (const fixture of fixtureFolders().flatMap(fixturesOf)) {
      const said = new Map<string, string>()
      for (const { rule, span, message } of lintFixture(fixture, 'all').findings) {
        const key = `${span.start}-${span.end} ${message}`
        const other = said.get(key)
        if (other && other !== rule) twice.add(`${other} and ${rule}: ${message} (${fixture.path})`)
        said.set(key, rule)
      }
    }
    expect([...twice], 'one id is one thing to switch off: leave it to one of the two rules').toEqual([])
  })
})

/** The keys of the messages that a rule's own fixtures find. */
function messagesFound(rule: Rule): Set<string> {
  const speaksKeys: Rule = { ...rule, messages: Object.fromEntries(Object.keys(rule.messages).map((key) => [key, key])) }
  const others = rule.on.includes('suppressions')
  const only: RuleSource = {
    manifest: rules.manifest.filter(({ id }) => others || id === rule.id),
    load: (chunk) => rules.load(chunk).map((one) => (one.id === rule.id ? speaksKeys : one)),
  }
  const found = new Set<string>()
  for (const fixture of fixturesOf(rule.id).filter(({ isBad }) => isBad)) {
    const kind = kindOfFixture(fixture, rule.on, core.kindOf(core.parseSource(fixture.text, fixture.path)))
    for (const { message } of core.lint(fixture.text, fixture.path, {
      ...around(fixture),
      rules: only,
      schemas,
      kind,
      ...(fixture.encoding ? { encoding: fixture.encoding } : {}),
    }).findings)
      found.add(message)
  }
  return found
}
