import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { fixtureFolders, fixturesOf } from '../../src/dev/fixtures.ts'
import type { RunReport } from '../../src/report/report.ts'
import { sarif as report } from '../../src/report/sarif.ts'
import { everyRule, ruleOf } from '../support/built.ts'
import { lintFixture } from '../support/lint.ts'
import { documentOf, findingAt, HOSTILE, linted, PLAIN, runOf } from '../support/run-report.ts'

const validate = (() => {
  const folder = join(createRequire(import.meta.url).resolve('@microsoft/jest-sarif'), '..', 'schemas')
  // Written for draft 4, of which it uses nothing that has changed since but the name of the id.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(join(folder, 'sarif-2.1.0-rtm.5.json'), 'utf8'))
  expect([$schema, JSON.stringify(schema).includes('exclusiveM')]).toEqual(['http://json-schema.org/draft-04/schema#', false])
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats(ajv)
  return ajv.compile(schema)
})()

/** The one run of a valid report. */
function written(run: RunReport) {
  const log = JSON.parse(report(run, PLAIN))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return log.runs[0]
}

const one = (text: string, finding: ReturnType<typeof findingAt>, more: Partial<RunReport> = {}) =>
  written(runOf([documentOf(text, [finding])], more)).results[0]

test('the schema refuses what is no SARIF', () => {
  const log = JSON.parse(report(runOf([documentOf('A: 1\n', [findingAt('A: 1\n', 'A')])]), PLAIN))
  log.runs[0].results[0].level = 'info'
  expect(validate(log)).toBe(false)
})

describe('is valid', () => {
  test('for every fixture, together and with every rule', () => {
    const documents = fixtureFolders().flatMap((id) => fixturesOf(id).map((fixture) => lintFixture(fixture, 'all')))
    const run = written(runOf(documents, { exitCode: 1 }))
    expect(run.results.length).toBe(documents.reduce((sum, { findings }) => sum + findings.length, 0))
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  test('for a run in which nothing was looked at', () => {
    const run = written(runOf([]))
    expect([run.results, run.tool.driver.rules]).toEqual([[], []])
  })

  test('for the metadata of every rule', () => {
    const run = written(runOf([documentOf('A: 1\n', [], 'a.yaml', everyRule)]))
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(everyRule.map(({ id }) => id))
    const names = run.tool.driver.rules.map(({ name }: { name: string }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^([A-Z][a-z0-9]*)+$/)
  })

  test.each(HOSTILE)('and safe to print for %j', (hostile) => {
    const text = `A: ${hostile}\n`
    const related = [{ message: hostile, span: { start: 0, end: 1 }, path: hostile }]
    const finding = findingAt(text, hostile, { message: hostile, path: hostile, when: hostile, related })
    const run = runOf([documentOf(text, [finding], `${hostile}.yaml`)], {
      exitCode: 2,
      unreadable: [{ path: hostile, message: hostile }],
      failures: [{ path: hostile, rule: 'x/y', message: hostile }],
    })
    expect(report(run, PLAIN).replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    const { results } = written(run)
    expect(results[0].message.text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(/^(file:\/\/\/)?[\w.~!'()*%/-]+$/)
  })
})

test('a rule is described as GitHub shows it', () => {
  const rule = ruleOf('template/unknown-section')
  if (!rule) throw new Error('there is no such rule')
  const { tool } = written(runOf([documentOf('A: 1\n', [], 'a.yaml', [rule]), documentOf('A: 1\n', [], 'b.yaml', [rule])]))
  expect(tool.driver).toMatchObject({ name: 'awslint', version: '1.2.3', semanticVersion: '1.2.3' })
  expect(tool.driver.rules).toHaveLength(1)
  expect(tool.driver.rules[0]).toMatchObject({
    id: rule.id,
    name: 'TemplateUnknownSection',
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.why },
    helpUri: 'https://github.com/awslint/awslint/blob/main/rules/template/README.md#unknown-section',
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['template'], precision: 'very-high', 'problem.severity': 'error' },
  })
  for (const help of [tool.driver.rules[0].help.text, tool.driver.rules[0].help.markdown]) {
    expect(help).toContain(rule.fix)
    expect(help).toContain(rule.sources[0].url)
  }
})

test('the help in Markdown shows a rule’s words as they are', () => {
  const [{ fix, title, sources, ...first }] = everyRule as [(typeof everyRule)[number]]
  const rule = { ...first, fix, title, sources, why: 'Use *, <Name>, [x] and a_b_c, but `a_b*`.' }
  const { tool } = written(runOf([documentOf('A: 1\n', [], 'a.yaml', [rule])]))
  expect(tool.driver.rules[0].help.markdown).toContain('Use \\*, \\<Name>, \\[x\\] and a\\_b\\_c, but `a_b*`.')
})

test('severities', () => {
  const text = 'A: 1\n'
  const findings = (['error', 'warning', 'info'] as const).map((severity) => findingAt(text, 'A', { severity }))
  expect(written(runOf([documentOf(text, findings)])).results.map(({ level }: { level: string }) => level)).toEqual([
    'error',
    'warning',
    'note',
  ])
})

describe('places', () => {
  test('in UTF-16 code units, the end exclusive', () => {
    const result = one('A:\r\n  B: "😀" # x\r\n', findingAt('A:\r\n  B: "😀" # x\r\n', '"😀"'))
    expect(result.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'infra/a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 10 },
        },
        logicalLocations: [{ fullyQualifiedName: 'A/B' }],
      },
    ])
  })
  test('without width, at the very end and without a path', () => {
    const result = one('A: 1\n', findingAt('A: 1\n', 'A', { span: { start: 5, end: 5 }, path: '' }))
    expect(result.locations[0].physicalLocation.region).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 1 })
    expect(result.locations[0]).not.toHaveProperty('logicalLocations')
  })
  test('in an empty document, and at its byte order mark', () => {
    const at = { span: { start: 0, end: 1 } }
    const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }
    expect(one('', findingAt('A', 'A', at)).locations[0].physicalLocation.region).toEqual(region)
    expect(one('\uFEFFA: 1\n', findingAt('A', 'A', at)).locations[0].physicalLocation.region).toEqual(region)
  })
  test('that are related', () => {
    const related = [{ message: 'used as A/C', span: { start: 0, end: 1 }, path: 'A/C' }]
    expect(one('A: 1\n', findingAt('A: 1\n', '1', { related })).relatedLocations).toEqual([
      {
        id: 1,
        message: { text: 'used as A/C' },
        physicalLocation: {
          artifactLocation: { uri: 'infra/a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
        },
        logicalLocations: [{ fullyQualifiedName: 'A/C' }],
      },
    ])
  })
})

describe('paths', () => {
  const artifact = (path: string, more: Partial<RunReport> = {}) => {
    const document = documentOf('A: 1\n', [findingAt('A: 1\n', 'A')])
    return written(runOf([], { files: [{ path, report: document }], ...more })).results[0].locations[0].physicalLocation.artifactLocation
  }
  test.each([
    ['a.yaml', 'infra/a.yaml'],
    ['../other/a.yaml', 'other/a.yaml'],
    ['/home/me/repo/x.yaml', 'x.yaml'],
    ['my stack [x]/a#1?.yaml', 'infra/my%20stack%20%5Bx%5D/a%231%3F.yaml'],
    ['ä:b\n.yaml', 'infra/%C3%A4%3Ab%0A.yaml'],
    ['<stdin>', 'infra/%3Cstdin%3E'],
    ['\uD83D.yaml', 'infra/%EF%BF%BD.yaml'],
  ])('%j is %s from the root of the repository', (path, uri) => expect(artifact(path)).toEqual({ uri, uriBaseId: '%SRCROOT%' }))
  test.each(['../../elsewhere/a b.yaml', '/home/me/elsewhere/a b.yaml'])('%j lies outside of it', (path) =>
    expect(artifact(path)).toEqual({ uri: 'file:///home/me/elsewhere/a%20b.yaml' }),
  )
  test('where the repository is the root of the disk', () =>
    expect(artifact('a.yaml', { cwd: '/', root: '/' })).toEqual({ uri: 'a.yaml', uriBaseId: '%SRCROOT%' }))
  test('on another operating system', () =>
    expect(artifact('a.yaml', { cwd: 'C:/repo/x', root: 'C:/repo' })).toEqual({ uri: 'x/a.yaml', uriBaseId: '%SRCROOT%' }))
})

describe('messages', () => {
  const message = (text: string, when?: string) => one('A: 1\n', findingAt('A: 1\n', 'A', { message: text, ...(when ? { when } : {}) }))
  test.each([
    ['Use ["a", "b"] (or [c]).', 'Use ["a", "b"] (or [c]).'],
    ['See [here](1).', 'See \\[here](1).'],
    ['See \\[here](1).', 'See \\\\\\[here](1).'],
    ['${Name} of {0} is {x}.', '${Name} of {{0}} is {x}.'],
    ['One\u001b two.', 'One\\u{1B} two.'],
  ])('%j is written as %j', (text, shown) => expect(message(text).message).toEqual({ text: shown }))
  test('say under which condition they hold', () => {
    const result = message('It is wrong.', 'IsProd is true')
    expect(result.message.text).toBe('It is wrong. (when IsProd is true)')
    expect(result.properties).toEqual({ when: 'IsProd is true' })
  })
})

describe('fingerprints', () => {
  const TEMPLATE = 'Resource: {}\nResources: {}\nFunctions: {}\n'
  const fingerprints = (text: string, name = 'template.yaml'): string[] =>
    written(runOf([linted(text, name)])).results.map((result: { partialFingerprints: Record<string, string> }) => {
      expect(Object.keys(result.partialFingerprints)).toEqual(['awslint/v1'])
      return result.partialFingerprints['awslint/v1']
    })
  test('survive lines above', () => {
    expect(fingerprints(TEMPLATE).length).toBeGreaterThan(1)
    expect(fingerprints(`# a comment\n\n${TEMPLATE}`)).toEqual(fingerprints(TEMPLATE))
  })
  test('differ between findings and files', () => {
    const all = [...fingerprints(TEMPLATE), ...fingerprints(TEMPLATE, 'other.template')]
    expect(new Set(all).size).toBe(all.length)
  })
  test('number what repeats', () => {
    const text = 'A: 1\n'
    const { results } = written(runOf([documentOf(text, [findingAt(text, 'A'), findingAt(text, '1')])]))
    const [first, second] = results.map((result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0])
    expect(first.replace(/:1$/, ':2')).toBe(second)
    expect(first).toMatch(/^[0-9a-f]{28}:1$/)
  })
})

describe('the invocation', () => {
  test('succeeds with findings', () => {
    expect(written(runOf([], { exitCode: 1 })).invocations).toEqual([
      { executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] },
    ])
  })
  test('fails where a file could not be read or a rule failed', () => {
    const rule = everyRule[0] as (typeof everyRule)[number]
    const run = runOf([documentOf('A: 1\n', [], 'a.yaml', [rule])], {
      exitCode: 2,
      unreadable: [{ path: 'x.yaml', message: 'permission denied' }],
      failures: [{ path: 'a.yaml', rule: rule.id, message: 'TypeError: oh' }],
    })
    const at = (uri: string) => [{ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } } }]
    expect(written(run).invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'x.yaml cannot be read: permission denied.' }, locations: at('infra/x.yaml') },
          {
            level: 'error',
            message: { text: `The rule ${rule.id} failed on a.yaml: TypeError: oh` },
            locations: at('infra/a.yaml'),
            associatedRule: { id: rule.id, index: 0 },
          },
        ],
      },
    ])
  })
})

test('what is silenced is told as such, when asked for', () => {
  const finding = findingAt('A: 1\n', 'A')
  const run = runOf([documentOf('A: 1\n', [])])
  const silenced = { ...run, files: run.files.map((file) => ({ ...file, baselined: [finding] })) }
  const log = JSON.parse(report(silenced, { ...PLAIN, suppressed: true }))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  expect(log.runs[0].results).toMatchObject([{ ruleId: finding.rule, suppressions: [{ kind: 'external' }] }])
  expect(written(silenced).results).toEqual([])
})
