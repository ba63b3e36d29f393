/** Several threads say what one says; a thread that dies is told, and nothing waits for it. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../src/dev/groups.ts'
import { FORMATS, type Format, SHOW_SUPPRESSED } from '../../src/report/report.ts'
import { awslint, BAD, BIN, folderWith, GOOD, WARNED } from '../support/cli.ts'

/**
 * A rule that makes sure that another thread takes part: in the first it waits until another has taken a file.
 * @param others what the other does then
 */
const meeting = (others = ''): string => `
const { isMainThread } = require('node:worker_threads')
const { existsSync, writeFileSync } = require('node:fs')
const { MEET: place } = process.env
module.exports = {
  id: 'own/meeting', severity: 'warning', on: ['template'], messages: { here: 'Here.' },
  check(template, { report }) {
    report(template.root, 'here')
    if (place === undefined) return
    if (isMainThread) while (!existsSync(place)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    else if (!existsSync(place)) {
      writeFileSync(place, template.source.name)
      ${others}
    }
  },
}
`
const templates = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`stack${i}/template.yaml`, i % 2 ? BAD : GOOD]))

/** A run in one thread, and one in several that has made sure of it. */
function both<T>(folder: string, args: readonly string[], reports?: () => T) {
  const pack = join(folderWith({ 'meeting.cjs': meeting() }), 'meeting.cjs')
  const all = ['check', '--rule-pack', pack, ...args]
  const place = join(folderWith({}), 'met')
  const run = (count: string, env: Record<string, string>) => ({
    ...awslint(folder, [...all, '--concurrency', count], { env }),
    reports: reports?.() as T,
  })
  const several = run('3', { MEET: place })
  expect(existsSync(place)).toBe(true)
  return { several, one: run('off', {}) }
}

/** The time of a run is in the reports for people. */
const withoutTime = (text: string): string => text.replace(/\d+(\.\d+)? ?m?s\b|time="[^"]*"/g, 'time')

describe('the same output', () => {
  const reports = folderWith({})
  const folder = folderWith({
    ...templates(6),
    'foreign.yaml': 'kind: Service\n',
    'buildspec.yml': WARNED,
    'other/.awslint.yaml': 'rules: { template/unknown-section: warning }\nfail-on: warning\n',
    'other/a.yaml': BAD,
    'other/b.yaml': `Foo: 1 # awslint-disable-line -- for now\n${GOOD}`,
    'parent.yaml':
      'Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: child.yaml\n      Parameters: { Stage: dev }\n',
    'child.yaml': GOOD,
    'machine.yaml':
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: flow.asl.json\n',
    'flow.asl.json': '{ "StartAt": "Nowhere", "States": { "Done": { "Type": "Succeed" } } }',
  })
  for (const group of ['appspec', 'sqs']) cpSync(join(ROOT, 'fixtures', group), join(folder, group), { recursive: true })
  symlinkSync('nowhere.yaml', join(folder, 'gone.yaml'))

  const formats = (all: readonly Format[]) => all.flatMap((format) => ['--format', `${format}:${join(reports, format)}`])
  const written = (all: readonly Format[]) => all.map((format) => withoutTime(readFileSync(join(reports, format), 'utf8')))

  test.each([
    [SHOW_SUPPRESSED, ['--report-suppressed', '--level', 'info', '--statistics']],
    [FORMATS.filter((format) => !SHOW_SUPPRESSED.includes(format)), ['--no-project']],
  ])('%j', (all, args) => {
    const { one, several } = both(folder, ['.', 'gone.yaml', ...args, ...formats(all)], () => written(all))
    expect(one.reports.every((report) => report.includes('template/unknown-section'))).toBe(true)
    expect(several).toEqual(one)
  })
})

test('which files are checked is known without a rule', () => {
  const folder = folderWith({ ...templates(4), 'foreign.yaml': 'kind: Service\n' })
  const run = (count: string) => awslint(folder, ['check', '.', '--show-files', '--concurrency', count])
  expect(run('3')).toEqual(run('off'))
})

test('what is wrong with a configuration is told of the first file', () => {
  const folder = folderWith({
    ...templates(4),
    'stack2/.awslint.yaml': 'rules: { no/such-rule: off }\n',
    'stack3/.awslint.yaml': 'rule: {}\n',
  })
  const { one, several } = both(folder, ['.'])
  expect(one).toMatchObject({ code: 2, out: '' })
  expect(several).toEqual(one)
})

test('a rule that fails in a thread is told as any that fails', () => {
  const folder = folderWith({
    ...templates(4),
    'fails.cjs': `const meeting = require('./meeting.cjs')
module.exports = { ...meeting, check(...of) { meeting.check(...of); throw new Error('oops') } }`,
    'meeting.cjs': meeting(),
  })
  const run = (...args: string[]) =>
    awslint(folder, ['check', '.', '--rule-pack', 'fails.cjs', ...args], { env: { MEET: join(folder, 'met') } })
  const several = run('--concurrency', '2')
  expect(several).toMatchObject({ code: 2 })
  expect(several.err.match(/the rule own\/meeting failed on stack\d\/template.yaml \(Error: oops\)/g)).toHaveLength(4)
  expect({ ...run('--concurrency', 'off'), out: '' }).toEqual({ ...several, out: '' })
})

test.each([
  ['ended', 'process.exit(0)', {}, 'the thread that checked it ended: exit code 0'],
  [
    'out of memory',
    'for (const all = []; ; ) all.push(new Array(1000).fill(String(all.length)))',
    { NODE_OPTIONS: '--max-old-space-size=96' },
    'to check it takes more memory than a thread has',
  ],
])('of a thread that dies (%s) one file is not checked', (_, others, env, why) => {
  const folder = folderWith({ ...templates(8), 'meeting.cjs': meeting(others) })
  const place = join(folder, 'met')
  const args = ['check', '.', '--rule-pack', 'meeting.cjs', '--concurrency', '2', '--format', 'compact']
  const { code, out, err } = awslint(folder, args, { env: { ...env, MEET: place } })
  const lost = readFileSync(place, 'utf8')
  expect(code).toBe(2)
  expect(err).toBe(`awslint: ${lost} cannot be read: ${why}\n`)
  const found = out.split('\n').flatMap((line) => /^(.*?):.*own\/meeting/.exec(line)?.[1] ?? [])
  expect(found).toEqual(Object.keys(templates(8)).filter((path) => path !== lost))
})

test('an interrupt ends every thread', async () => {
  const folder = folderWith({ ...templates(8), 'meeting.cjs': meeting('for (;;);') })
  const place = join(folder, 'met')
  const child = spawn(process.execPath, [BIN, 'check', '.', '--rule-pack', 'meeting.cjs', '--concurrency', '2'], {
    cwd: folder,
    env: { ...process.env, MEET: place },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
  while (!existsSync(place)) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
})

test.each(['0', '-1', '1.5', 'many', ''])('there are not %j threads', (count) => {
  const { code, err } = awslint(folderWith({ 'a.yaml': GOOD }), ['check', '--concurrency', count])
  expect(code).toBe(2)
  expect(err).toContain('it must be a number from 1, "auto" or "off"')
})
