/** A kept report is what a run would say now, and nothing else. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awslint, BAD, BIN, checked, folderWith, GOOD } from '../support/cli.ts'

const APPSPEC = `version: 0.0
os: linux
hooks:
  AfterInstall:
    - location: scripts/install.sh
`

/** A run with a cache of its own, and one without any. */
function both(folder: string, cacheHome: string) {
  const env = { XDG_CACHE_HOME: cacheHome }
  const said = (args: readonly string[]) => JSON.stringify(checked(folder, args, { env }).files)
  return { cached: said(['.', '--cache', '--level', 'info']), fresh: said(['.', '--level', 'info']) }
}

test('says the same, whatever changes meanwhile', () => {
  const folder = folderWith({
    'a.yaml': BAD,
    'b.yaml': `Foo: 1 # awslint-disable-line -- for now\n${GOOD}`,
    'appspec.yml': APPSPEC,
    'scripts/install.sh': '#!/bin/sh\n',
  })
  const home = folderWith({})
  const same = (): string => {
    const { cached, fresh } = both(folder, home)
    expect(cached).toBe(fresh)
    return cached
  }
  const first = same()
  expect(same()).toBe(first)
  expect(readdirSync(join(home, 'awslint/reports'))).toHaveLength(3)

  appendFileSync(join(folder, 'a.yaml'), 'Bar: 1\n')
  const second = same()
  expect(second).not.toBe(first)
  appendFileSync(join(folder, 'appspec.yml'), '    - location: scripts/migrate.sh\n')
  const third = same()
  expect(third).toContain('project/hook-script-missing')
  writeFileSync(join(folder, 'scripts/migrate.sh'), '#!/bin/sh\n')
  expect(same()).not.toContain('project/hook-script-missing')
  writeFileSync(join(folder, '.awslint.yaml'), 'rules: { template/*: off }\n')
  expect(same()).not.toBe(third)
})

test('a run without the files around it is none for a run with them, and given parameters are not those of a configuration', () => {
  const folder = folderWith({
    'appspec.yml': `${APPSPEC}    - location: scripts/migrate.sh\n`,
    'scripts/install.sh': '#!/bin/sh\n',
    'a.yaml': `Parameters:\n  Stage: { Type: String }\n  Other: { Type: String }\n${GOOD}Outputs:\n  O: { Value: !Sub "\${Stage}\${Other}" }\n`,
  })
  const env = { XDG_CACHE_HOME: folderWith({}) }
  const found = (...args: string[]): string => JSON.stringify(checked(folder, ['.', '--cache', ...args], { env }).files)
  expect(found('--no-project')).not.toContain('project/hook-script-missing')
  expect(found()).toContain('project/hook-script-missing')
  expect(found('--no-project')).not.toContain('project/hook-script-missing')
  writeFileSync(join(folder, '.awslint.yaml'), 'parameters: { Stage: dev }\n')
  expect(found()).not.toContain('parameter/missing-input')
  expect(found('--parameter', 'Stage=dev')).toContain('parameter/missing-input')
})

/** Numbers from 0 to below 1, the same every time. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

const SAM = (body: string): string => `Transform: AWS::Serverless-2016-10-31\n${body}`
const FLOW = (next: string): string => JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', Next: next }, B: { Type: 'Succeed' } } })
const PACK = (severity: string): string =>
  `module.exports = { id: 'own/topics', severity: '${severity}', on: ['AWS::SNS::Topic'], messages: { none: 'No topics.' }, check(topic, { report }) { report(topic.node, 'none') } }\n`

/** What each file may hold; undefined for no such file. */
const STATES: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'a.yaml': [
    GOOD,
    BAD,
    `Foo: 1 # awslint-disable-line -- for now\n${GOOD}`,
    undefined,
    `Parameters:\n  Stage: { Type: String }\n${GOOD}    Properties: { TopicName: !Ref Stage }\n`,
  ],
  'parent.yaml': [
    'Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: sub/child.yaml, Parameters: { Stage: dev } }\n',
    'Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ./child.yaml }\n',
  ],
  'sub/child.yaml': [`Parameters:\n  Stage: { Type: String }\n  Size: { Type: Number }\n${GOOD}`, GOOD, BAD, 'Resources: [', undefined],
  'sub/appspec.yml': [APPSPEC, `${APPSPEC}    - location: scripts/migrate.sh\n`, undefined],
  'sub/scripts/install.sh': ['#!/bin/sh\n', '#!/bin/sh\r\necho\r\n', 'echo\n', undefined],
  'sub/scripts/migrate.sh': ['#!/bin/sh\n', undefined],
  'sam.yaml': [
    SAM('Resources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties: { DefinitionUri: flow.asl.json }\n'),
    SAM(
      'Parameters:\n  Stage: { Type: String }\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: src/, Handler: app.handler, Runtime: nodejs22.x, FunctionName: !Ref Stage }\n',
    ),
  ],
  'flow.asl.json': [FLOW('B'), FLOW('C'), '{', undefined],
  'src/app.js': ['exports.handler = 1\n', undefined],
  'samconfig.toml': [
    'version = 0.1\n[default.deploy.parameters]\ntemplate_file = "sam.yaml"\nparameter_overrides = "Stage=dev"\n',
    'version = 0.1\n[default.deploy.parameters]\ntemplate_file = "sam.yaml"\nparameter_overrides = "Other=dev"\n',
    'version = [',
    undefined,
  ],
  '.gitignore': ['', 'sub/scripts/\n', 'src\nflow.asl.json\n', undefined],
  '.awslint.yaml': [
    undefined,
    'rules: { template/*: off, project/*: error }\n',
    'parameters: ./given.json\n',
    'rulePacks: [./own.cjs]\n',
    'overrides: [{ files: [sub/**], rules: { template/*: info, project/*: error } }]\n',
  ],
  'sub/.awslint.yaml': [undefined, undefined, 'level: info\n', 'rules: { template/unknown-section: info }\n'],
  'given.json': ['{ "Stage": "dev" }', '{ "Stage": "dev", "Size": "1" }'],
  'own.cjs': [PACK('error'), PACK('warning')],
}
const OPTIONS = [
  [],
  [],
  ['--level', 'info'],
  ['--no-project'],
  ['--region', 'eu-central-1'],
  ['--as-of', '2035-01-01'],
  ['--parameter', 'Stage=1'],
]

test.each([1, 3])('says the same after any edits of anything that decides (%i)', { timeout: 120_000 }, (seed) => {
  const next = random(seed)
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T
  const folder = folderWith({ '.git/HEAD': '', 'sub/scripts/.keep': '', 'src/.keep': '' })
  const home = folderWith({})
  const edit = (path: string): void => {
    const content = one(STATES[path] as readonly (string | undefined)[])
    if (content === undefined) rmSync(join(folder, path), { force: true })
    else writeFileSync(join(folder, path), content, { mode: 0o644 })
    if (path.endsWith('.sh') && content !== undefined && next() < 0.5) chmodSync(join(folder, path), 0o755)
  }
  for (const path of Object.keys(STATES)) edit(path)
  let options = one(OPTIONS)
  for (let step = 0; step < 20; step++) {
    for (let count = Math.floor(next() * 2); count >= 0; count--) edit(one(Object.keys(STATES)))
    if (next() < 0.2) options = one(OPTIONS)
    const args = ['check', '.', '--trust-rule-packs', '--format', 'json', '--report-suppressed', ...options]
    const fresh = awslint(folder, args)
    const cached = [...args, '--cache', '--concurrency', one(['off', '2'])]
    expect(awslint(folder, cached, { env: { XDG_CACHE_HOME: home } })).toEqual(fresh)
  }
})

describe('the files of the cache', () => {
  const folder = folderWith({ 'a.yaml': BAD, 'b.yaml': GOOD, 'appspec.yml': APPSPEC })
  const home = folderWith({})
  const kept = (): string[] => readdirSync(join(home, 'awslint/reports')).map((name) => join(home, 'awslint/reports', name))
  const fresh = both(folder, home).fresh

  test('are used', () => {
    const digest = (text: string): string =>
      createHash('sha256')
        .update(JSON.stringify([text]))
        .digest('base64url')
    for (const file of kept()) {
      const text = (readFileSync(file, 'utf8').split('\n')[1] as string).replaceAll('"severity":"error"', '"severity":"warning"')
      writeFileSync(file, `${digest(text)}\n${text}`)
    }
    const { cached } = both(folder, home)
    expect(cached).not.toBe(fresh)
    expect(cached).toBe(fresh.replaceAll('"error"', '"warning"'))
    for (const file of kept()) rmSync(file)
    expect(both(folder, home).cached).toBe(fresh)
  })

  const damaged: [string, (text: string) => string | Buffer][] = [
    ['truncated', (text) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of others', () => 'null\n'],
    ['changed', (text) => text.replaceAll('"error"', '"warning"')],
    ['no text', () => Buffer.from([0, 255, 10, 254])],
  ]
  test.each(damaged)('are not used when they are damaged (%s), and mended', (_, damage) => {
    for (const file of kept()) writeFileSync(file, damage(readFileSync(file, 'utf8')))
    expect(both(folder, home).cached).toBe(fresh)
    expect(kept().map((file) => readFileSync(file, 'utf8').split('\n').length)).toEqual([2, 2, 2])
  })

  test('may stand for folders, and the folder for a file', () => {
    for (const file of kept()) {
      rmSync(file)
      mkdirSync(file)
    }
    expect(both(folder, home).cached).toBe(fresh)
    const file = join(folderWith({ home: '' }), 'home')
    expect(both(folder, file).cached).toBe(fresh)
    const { err } = awslint(folder, ['check', '--cache'], { env: { XDG_CACHE_HOME: file } })
    expect(err).toBe('')
  })

  test('may be written by two runs at once', async () => {
    const shared = folderWith({})
    const run = (): Promise<string> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [BIN, 'check', '.', '--cache', '--level', 'info', '--format', 'json'], {
          cwd: folder,
          env: { ...process.env, XDG_CACHE_HOME: shared },
        })
        let out = ''
        child.stdout.on('data', (chunk: Buffer) => {
          out += String(chunk)
        })
        child.on('close', () => resolve(JSON.stringify(JSON.parse(out).files)))
      })
    expect(await Promise.all([run(), run(), run()])).toEqual([fresh, fresh, fresh])
    expect(readdirSync(join(shared, 'awslint/reports'))).toHaveLength(3)
    expect(both(folder, shared).cached).toBe(fresh)
  })
})
