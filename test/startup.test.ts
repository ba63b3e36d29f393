/** What a run loads decides how fast it starts: exact sets, no clock. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { On } from '../src/core.ts'
import { ROOT } from '../src/dev/groups.ts'
import { DIST, rules } from './support/built.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'awslint-startup-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command line on documents, by name; what it loaded of dist/, of Node, and from elsewhere. */
function loadedBy(args: readonly string[], documents: Readonly<Record<string, string>> = {}, told = '') {
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text)
  const record = join(folder, 'loads.json')
  const env = { ...process.env, RECORD_LOADS: record, NODE_DISABLE_COMPILE_CACHE: '1', NODE_OPTIONS: '' }
  const run = spawnSync(
    process.execPath,
    ['--require', join(ROOT, 'test/support/record-loads.cjs'), join(ROOT, 'bin/awslint.js'), ...args],
    {
      cwd: folder,
      env,
      encoding: 'utf8',
    },
  )
  expect(run.stderr).toBe(told)
  const names = (JSON.parse(readFileSync(record, 'utf8')) as string[]).map((name) => name.replace(/^node:/, ''))
  const loads = [...new Set(names)]
  const inDist = (name: string): boolean => name.startsWith(DIST + sep)
  return {
    dist: loads
      .filter(inDist)
      .map((name) => relative(DIST, name).split(sep).join('/'))
      .sort(),
    node: loads.filter((name) => !/[/\\]/.test(name)).sort(),
    elsewhere: loads
      .filter((name) => /[/\\]/.test(name) && !inDist(name))
      .map((name) => (name.startsWith(ROOT) ? relative(ROOT, name) : name)),
  }
}

const TEMPLATE = `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 180
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !Sub arn:aws:iam::\${AWS::AccountId}:role/worker
      Code:
        ZipFile: exports.handler = async () => {}
`

/** The chunks that hold a rule about one of these, at a severity that is reported without asking. */
const chunks = (...on: readonly On[]): string[] => {
  const wanted = rules.manifest.filter((rule) => rule.severity !== 'info' && rule.on.some((one) => on.includes(one)))
  return [...new Set(wanted.map(({ chunk }) => `rules/${chunk}.cjs`))].sort()
}

const START = ['load.cjs', 'cli.cjs', 'core.cjs'].sort()
/** Every module of Node costs time; tinyglobby would need url. */
const NODE = ['events', 'fs', 'module', 'path', 'process', 'vm']

test('a template loads the rules of its services and of templates', () => {
  const loads = loadedBy(['check', 'template.yaml'], { 'template.yaml': TEMPLATE })
  expect(loads.dist).toEqual([
    ...START,
    'manifest.json',
    ...chunks('template', '*', 'AWS::SQS::Queue', 'AWS::Lambda::Function'),
    'schema/AWS-Lambda-Function.json',
    'schema/AWS-SQS-Queue.json',
  ])
  expect(loads.dist).toContain('rules/lambda.cjs')
  expect(loads.node).toEqual(NODE)
  expect(loads.elsewhere).toEqual(['bin/awslint.js', join(folder, 'template.yaml')])
})

test('an AppSpec loads the rules of AppSpecs', () => {
  const loads = loadedBy(['check', 'appspec.yml'], {
    'appspec.yml': 'version: 0.0\nos: linux\nfiles:\n  - source: /\n    destination: /srv\n',
  })
  expect(loads.dist).toEqual([...START, 'manifest.json', ...chunks('appspec')])
  expect(loads.node).toEqual(NODE)
})

test('a buildspec loads the rules of buildspecs', () => {
  const loads = loadedBy(['check', 'buildspec.yml'], { 'buildspec.yml': 'version: 0.2\nphases:\n  build:\n    commands:\n      - make\n' })
  expect(loads.dist).toEqual([...START, 'manifest.json', ...chunks('buildspec')])
  expect(loads.node).toEqual(NODE)
})

test('the help and the version load no rules', () => {
  for (const args of [['--help'], ['--version'], ['check', '--help']]) {
    const loads = loadedBy(args)
    expect(loads.dist, args.join(' ')).toEqual(START)
    expect(loads.elsewhere, args.join(' ')).toEqual(['bin/awslint.js'])
  }
})

test('a configuration loads what reads it', () => {
  const files = { '.awslint.yaml': 'rules: { sqs/*: off }\n', 'template.yaml': TEMPLATE }
  const loads = loadedBy(['check', 'template.yaml'], files)
  rmSync(join(folder, '.awslint.yaml'))
  expect(loads.dist.filter((name) => !/^(rules|schema)\//.test(name))).toEqual(
    [...START, 'config.cjs', 'facts.json', 'manifest.json'].sort(),
  )
  expect(loads.node).toEqual(NODE)
  expect(loads.elsewhere).toEqual(['bin/awslint.js', join(folder, '.awslint.yaml'), join(folder, 'template.yaml')])
})

test('a report loads the other reports, the one for terminals does not', () => {
  for (const format of ['compact', 'sarif']) {
    const loads = loadedBy(['check', 'template.yaml', '--format', format], { 'template.yaml': TEMPLATE })
    expect(loads.dist.filter((name) => !/^(rules|schema)\//.test(name))).toEqual([...START, 'manifest.json', 'reports.cjs'].sort())
    expect(loads.node).toEqual(NODE)
  }
})

test('a pattern loads what expands it, a name does not', () => {
  const loads = loadedBy(['check', '*.txt.yaml'], { 'a.txt.yaml': TEMPLATE })
  expect(loads.node).toEqual([...NODE, 'url'].sort())
})

test('threads are loaded for several files, when they are asked for and nothing is mended', () => {
  const files = { 'a.yaml': TEMPLATE, 'b.yaml': TEMPLATE }
  const loads = (...args: string[]) => loadedBy(['check', '--concurrency', '4', ...args], files)
  expect(loads('a.yaml').dist).not.toContain('threads.cjs')
  expect(loads('a.yaml').node).toEqual(NODE)
  expect(loads('a.yaml', 'b.yaml').dist).toContain('threads.cjs')
  expect(loads('a.yaml', 'b.yaml', '--concurrency', 'off').dist).not.toContain('threads.cjs')
  const mending = loadedBy(['check', '--concurrency', '4', '--fix-dry-run', 'a.yaml', 'b.yaml'], files, 'awslint: nothing to fix\n')
  expect(mending.dist).not.toContain('threads.cjs')
})
