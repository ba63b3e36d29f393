/** Interruptions, full disks, files that change or are none, and paths that lead out: no harm, no hang, no stack trace. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awslint, BAD, BIN, checked, folderWith, GOOD } from '../support/cli.ts'

/** Runs a line of bash, in which `awslint` is the built command line. */
const shell = (cwd: string, script: string) => {
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', `awslint() { "$NODE" "$BIN" "$@"; }\n${script}`], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NODE: process.execPath, BIN, NODE_DISABLE_COMPILE_CACHE: '1' },
  })
  return { status, signal, stdout, stderr }
}

/** A rule pack whose rule does something when it first looks at a document. */
const packThat = (does: string): string => `let done = false
module.exports = {
  id: 'own/x', severity: 'error', on: ['template'], messages: { x: 'X.' },
  check() {
    if (done) return
    done = true
    ${does}
  },
}
`

describe('an interruption', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle ends at once, and leaves what was there', (name) => {
    const folder = folderWith({ 'a.yaml': BAD, 'pack.cjs': packThat(`process.kill(process.pid, '${name}'); for (;;);`), 'out.json': 'old' })
    const args = ['check', 'a.yaml', '--rule-pack', 'pack.cjs', '-f', 'json', '-o', 'out.json']
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect({ status, signal, stdout, stderr }).toEqual({ status: null, signal: name, stdout: '', stderr: '' })
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'out.json', 'pack.cjs'])
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old')
  })
  test('is what a shell calls 130', () => {
    const folder = folderWith({ 'a.yaml': BAD, 'pack.cjs': packThat("process.kill(process.pid, 'SIGINT'); for (;;);") })
    expect(shell(folder, 'awslint check a.yaml --rule-pack pack.cjs; echo $?')).toMatchObject({ stdout: '130\n' })
  })
})

describe('nobody who reads', () => {
  const folder = folderWith({ 'template.yaml': `${GOOD}${Array.from({ length: 20_000 }, (_, i) => `Wrong${i}: {}\n`).join('')}` })
  test.each(['text', 'json', 'sarif', 'html'])('%s', (format) => {
    const { stdout, stderr } = shell(folder, `awslint check template.yaml -f ${format} | head -0; echo "\${PIPESTATUS[0]}"`)
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' })
  })
  test('on standard error', () => expect(shell(folder, 'awslint check nope.yaml 2>&-')).toMatchObject({ status: 2 }))
  test('of rules and help', () => {
    for (const args of ['rules --format json', '--help', 'explain template/unknown-section', 'completion bash']) {
      const { stdout, stderr } = shell(folder, `awslint ${args} | head -0; echo "\${PIPESTATUS[0]}"`)
      expect({ args, stdout, stderr }).toEqual({ args, stdout: '0\n', stderr: '' })
    }
  })
})

describe('a full disk', () => {
  test.runIf(existsSync('/dev/full'))('is told', () => {
    const folder = folderWith({ 'a.yaml': BAD })
    expect(awslint(folder, ['check', 'a.yaml', '-o', '/dev/full'])).toEqual({
      code: 2,
      out: '',
      err: 'awslint: the report cannot be written to /dev/full: the disk is full\n',
    })
  })
  // A limit on the size of files ends writing in the middle, as a full disk does.
  test.each([
    ['--output', '-f json -o out.json', 'out.json', 'old'],
    ['--update-baseline', '--baseline known.json --update-baseline', 'known.json', '{"version":1,"files":{}}'],
    ['--fix', '--fix -q', 'template.yaml', undefined],
  ])('leaves with %s the old file whole, and no part of a new one', (_, args, name, old) => {
    const template = `Outptus: {}\n${GOOD}${Array.from({ length: 2000 }, (_, i) => `Wrong${i}: {}\n`).join('')}`
    const files = { 'template.yaml': template, ...(old === undefined ? {} : { [name]: old }) }
    const folder = folderWith(files)
    const { status, stderr } = shell(folder, `ulimit -f 8; awslint check template.yaml ${args}`)
    expect(stderr).toMatch(/^awslint: .*(cannot be written|EFBIG).*\n/)
    expect(stderr).not.toMatch(/\n {4}at |fault of awslint/)
    expect(status).toBe(2)
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort())
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })
})

describe('files that change meanwhile', () => {
  const run = (does: string) => {
    const folder = folderWith({ 'a.yaml': GOOD, 'b.yaml': BAD, 'c.yaml': BAD, 'x/pack.cjs': packThat(does) })
    const { code, out, err } = awslint(folder, ['check', '-f', 'json', '--concurrency', 'off', '--rule-pack', 'x/pack.cjs'])
    return { code, err, paths: (JSON.parse(out).files as { path: string }[]).map(({ path }) => path) }
  }
  test('one that is gone is told, the others are checked', () => {
    expect(run("require('fs').rmSync('b.yaml')")).toEqual({
      code: 2,
      err: 'awslint: b.yaml cannot be read: there is no such file or folder\n',
      paths: ['a.yaml', 'c.yaml'],
    })
  })
  test('one that became a folder', () => {
    expect(run("const fs = require('fs'); fs.rmSync('b.yaml'); fs.mkdirSync('b.yaml')")).toEqual({
      code: 2,
      err: 'awslint: b.yaml cannot be read: it is a folder\n',
      paths: ['a.yaml', 'c.yaml'],
    })
  })
  test('one that is emptied is none of ours', () => {
    expect(run("require('fs').writeFileSync('b.yaml', '')")).toEqual({ code: 1, err: '', paths: ['a.yaml', 'c.yaml'] })
  })
  test('a working directory that is gone', () => {
    const folder = folderWith({ 'w/a.yaml': BAD, 'pack.cjs': packThat("require('fs').rmSync(process.cwd(), { recursive: true })") })
    const { code, out, err } = awslint(join(folder, 'w'), ['check', 'a.yaml', '--rule-pack', '../pack.cjs', '--quiet'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('template/unknown-section')
  })
})

describe.skipIf(process.platform === 'win32')('what is no regular file', () => {
  const NOT_REGULAR = 'it is no regular file; to check standard input, name it "-"'
  /** Who listens kills itself, so that the socket stays. */
  const makeSocket = (path: string): void => {
    const listens = "require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))"
    spawnSync(process.execPath, ['-e', listens, path])
  }
  test('given by name is told', () => {
    const folder = folderWith({ 'good.yaml': GOOD })
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
    makeSocket(join(folder, 'socket.yaml'))
    for (const path of ['pipe.yaml', 'socket.yaml', '/dev/zero', '/dev/null'])
      expect(awslint(folder, ['check', path]), path).toEqual({
        code: 2,
        out: expect.anything(),
        err: `awslint: ${path} cannot be read: ${NOT_REGULAR}\n`,
      })
    expect(checked(folder, []).paths).toEqual(['good.yaml'])
    expect(checked(folder, ['*.yaml']).paths).toEqual(['good.yaml'])
  })
  test('as .gitignore, configuration or samconfig.toml is waited for by nobody', () => {
    for (const name of ['.gitignore', 'x/.gitignore', 'samconfig.toml', 'package.json', '.awslint.yaml', '.cfnlintrc']) {
      for (const make of [(path: string) => execFileSync('mkfifo', [path]), (path: string) => symlinkSync('/dev/zero', path)]) {
        const folder = folderWith({ '.git/HEAD': '', 'x/a.yaml': GOOD, 'b.yaml': GOOD })
        make(join(folder, name))
        const { code, out, err } = awslint(folder, ['check', '-q'])
        expect({ name, code, out, err }).toEqual({ name, code: 0, out: '', err: '' })
      }
    }
  })
  test('that a document names is waited for by nobody', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'appspec.yml': 'version: 0.0\nos: linux\nhooks:\n  AfterInstall:\n    - location: run.sh\n',
      'template.yaml': NESTED('child.yaml'),
      'flow.asl.json': '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
    })
    execFileSync('mkfifo', [join(folder, 'run.sh')])
    symlinkSync('/dev/zero', join(folder, 'child.yaml'))
    expect(awslint(folder, ['check', '-q'])).toEqual({ code: 0, out: '', err: '' })
  })
})

/** A template that names another one, code and a definition. */
const NESTED = (template: string, code = '.', definition = 'flow.asl.json'): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ${template}, Parameters: { Nope: 1 } }
  Job:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: ${code}, Handler: index.handler, Runtime: nodejs22.x }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: ${definition} }
`
const FLOW = JSON.stringify({ StartAt: 'Nowhere', States: { A: { Type: 'Succeed' } } })
const rulesIn = (folder: string, ...args: string[]): string[] =>
  checked(folder, args).files.flatMap(({ findings }) => findings.map(({ rule }) => rule))

describe('documents that name each other in a circle', () => {
  test('end', () => {
    const folder = folderWith({
      'a.yaml': NESTED('b.yaml'),
      'b.yaml': NESTED('c/../c.yaml'),
      'c.yaml': NESTED('./a.yaml'),
      'self.yaml': NESTED('self.yaml'),
    })
    expect(rulesIn(folder)).toContain('project/unknown-nested-parameter')
    expect(checked(folder, []).paths).toEqual(['a.yaml', 'b.yaml', 'c.yaml', 'self.yaml'])
  })
  test('and definitions that are templates', () => {
    const folder = folderWith({ 'a.yaml': NESTED('a.yaml', '.', 'a.yaml') })
    expect(awslint(folder, ['check']).err).toBe('')
  })
})

describe('a path out of the repository', () => {
  test.each([
    ['../'],
    ['x/../../'],
    ['out/'], // a link
    ['/'],
  ])('as %j is not followed, there or not', (way) => {
    const folder = folderWith({
      'child.yaml': GOOD,
      'flow.asl.json': FLOW,
      'repo/.git/HEAD': '',
      'repo/inside.yaml': GOOD,
      'repo/flow.asl.json': FLOW,
    })
    const repo = join(folder, 'repo')
    mkdirSync(join(repo, 'x'))
    symlinkSync('..', join(repo, 'out'))
    const named = (name: string): string => (way === '/' ? `${folder}/${name}` : `${way}${name}`)
    for (const name of ['child.yaml', 'missing.yaml']) {
      writeFileSync(join(repo, 't.yaml'), NESTED(named(name), named('code'), named('flow.asl.json')))
      const { files } = checked(repo, ['t.yaml'])
      expect(files.map(({ path }) => path)).toEqual(['t.yaml'])
      expect(files[0]?.findings.filter(({ rule }) => /nested|missing|stepfunctions/.test(rule))).toEqual([])
    }
  })
  test('inside is followed', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'inside.yaml': GOOD,
      'flow.asl.json': FLOW,
      'x/t.yaml': NESTED('../inside.yaml', '.', '../flow.asl.json'),
    })
    expect(rulesIn(folder, 'x/t.yaml')).toEqual(
      expect.arrayContaining(['project/unknown-nested-parameter', 'stepfunctions/unknown-start-state']),
    )
  })
})
