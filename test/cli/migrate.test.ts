/** Coming from cfn-lint, and starting: what is honoured, what is rewritten, what is written. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyRule } from '../support/built.ts'
import { awslint, BAD, BIN, checked, folderWith, GOOD } from '../support/cli.ts'

const QUEUE = 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: {Colour: 1}\n'
const UNKNOWN = 'schema/unknown-property'
const counterparts = (id: string) => everyRule.filter(({ cfnLint }) => cfnLint?.some((one) => one.startsWith(id))).map((rule) => rule.id)
const [ID] = everyRule.find(({ id }) => id === UNKNOWN)?.cfnLint ?? []
const repository = (files: Readonly<Record<string, string>>): string => folderWith({ '.git/HEAD': '', ...files })
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

describe('.cfnlintrc', () => {
  const errors = (config: string, files: Readonly<Record<string, string>> = { 'a.yaml': QUEUE }, args: string[] = []) => {
    const { files: found } = checked(repository({ '.cfnlintrc': config, ...files }), args)
    return found.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`))
  }
  test('is honoured: ignore_checks, by id and by its beginning', () => {
    expect(errors('')).toEqual([`a.yaml ${UNKNOWN}`])
    expect(errors(`ignore_checks: [${ID}]`)).toEqual([])
    expect(errors('ignore_checks:\n  - E')).toEqual([])
    expect(errors(`ignore_checks: [${ID}]`, undefined, ['--no-config'])).toEqual([`a.yaml ${UNKNOWN}`])
  })
  test('templates and ignore_templates', () => {
    const files = { 'cfn/a.yaml': QUEUE, 'cfn/old/b.yaml': QUEUE, 'test/c.yaml': QUEUE }
    expect(errors('templates: ["cfn/**/*.yaml"]\nignore_templates: [cfn/old/*.yaml]', files)).toEqual([`cfn/a.yaml ${UNKNOWN}`])
    expect(errors('templates: ["cfn/**/*.yaml"]', files, ['test/c.yaml'])).toEqual([`test/c.yaml ${UNKNOWN}`])
  })
  test('what it sets otherwise', () => {
    const folder = repository({
      '.cfnlintrc.yaml':
        'regions: [eu-west-1]\ninclude_checks: [I]\nnon_zero_exit_code: warning\ntemplate_parameters: [{Stage: dev}]\nformat: json\n',
    })
    expect(JSON.parse(awslint(folder, ['check', '--print-config', 'a.yaml']).out)).toMatchObject({
      from: ['.cfnlintrc.yaml'],
      level: 'info',
      'fail-on': 'warning',
      regions: ['eu-west-1'],
      parameters: { Stage: 'dev' },
    })
  })
  test('a configuration of ours goes before it', () => {
    expect(errors(`ignore_checks: [${ID}]`, { 'a.yaml': QUEUE, '.awslint.yaml': '' })).toEqual([`a.yaml ${UNKNOWN}`])
  })
  test('what is wrong in it is told with its place', () => {
    const { code, err } = awslint(repository({ '.cfnlintrc': 'a: [', 'a.yaml': GOOD }), ['check'])
    expect(code).toBe(2)
    expect(err).toMatch(/^awslint: \.cfnlintrc:\d+:\d+: It cannot be read/)
  })
})

describe('migrate', () => {
  const template = `# top
Metadata:
  cfn-lint:
    config:
      ignore_checks:
        - ${ID} # why
        - W9999
Resources: # here
  A:
    Type: AWS::SQS::Queue
    Metadata:
      cfn-lint: {config: {ignore_checks: [${ID}]}}
    Properties: {Colour: 1}
`
  test('rewrites templates, keeps comments, tells what has no counterpart', () => {
    const folder = repository({ 'a.yaml': template })
    const dry = awslint(folder, ['migrate'])
    expect(dry).toMatchObject({ code: 0, out: 'would write a.yaml\n' })
    expect(read(folder, 'a.yaml')).toBe(template)
    const { code, out, err } = awslint(folder, ['migrate', '--write'])
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'wrote a.yaml\n',
      err: 'awslint: a.yaml:7:11: "W9999" has no counterpart and is left out.\n',
    })
    const [first, ...rest] = counterparts(ID as string)
    expect(read(folder, 'a.yaml')).toBe(`# top
Metadata:
  awslint:
    ignore:
        - ${first} # why
${rest.map((rule) => `        - ${rule}\n`).join('')}Resources: # here
  A:
    Type: AWS::SQS::Queue
    Metadata:
      awslint: { ignore: [${counterparts(ID as string)
        .map((rule) => `"${rule}"`)
        .join(', ')}] }
    Properties: {Colour: 1}
`)
    const after = checked(folder, ['--report-suppressed'])
    expect(after.summary.errors).toBe(0)
    expect(awslint(folder, ['migrate', '--write']).out).toBe('nothing to rewrite\n')
  })
  test('JSON stays JSON, and line ends stay what they are', () => {
    const json = JSON.stringify({ Metadata: { 'cfn-lint': { config: { ignore_checks: [ID] } } }, Resources: {} }, null, 2)
    const folder = repository({ 'a.json': json, 'b.yaml': template.replaceAll('\n', '\r\n') })
    awslint(folder, ['migrate', '--write'])
    expect(JSON.parse(read(folder, 'a.json')).Metadata).toEqual({ awslint: { ignore: counterparts(ID as string) } })
    expect(read(folder, 'b.yaml').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
  test.each([
    ['settings beside', `Metadata:\n  cfn-lint: {config: {ignore_checks: [${ID}], regions: [eu-west-1]}}\n`, 'Other settings stand beside'],
    [
      'a comment between',
      `Metadata:\n  cfn-lint: # here\n    config:\n      ignore_checks:\n        - ${ID}\n`,
      'without losing a comment',
    ],
  ])('%s: left as it is', (_, metadata, message) => {
    const folder = repository({ 'a.yaml': `${metadata}${QUEUE}` })
    const { out, err } = awslint(folder, ['migrate', '--write'])
    expect(out).toBe('nothing to rewrite\n')
    expect(err).toContain(message)
    expect(read(folder, 'a.yaml')).toBe(`${metadata}${QUEUE}`)
    expect(checked(folder, []).summary.errors).toBe(0)
  })
  test('a .cfnlintrc becomes a configuration that says the same', () => {
    const folder = repository({
      '.cfnlintrc': `ignore_checks: [${ID}, E9999]\nignore_templates: [old/*.yaml]\nregions: [eu-west-1]\ntemplates: ["*.yaml"]\nformat: json\n`,
      'a.yaml': QUEUE,
    })
    const before = JSON.parse(awslint(folder, ['check', '--print-config', 'a.yaml']).out)
    const { code, out, err } = awslint(folder, ['migrate', '--write'])
    expect({ code, out }).toEqual({ code: 0, out: 'wrote .awslint.yaml\n' })
    expect(err).toContain('.cfnlintrc:1:')
    expect(err).toContain('"E9999" has no counterpart')
    expect(err).toContain('"format" has no counterpart')
    expect(JSON.parse(awslint(folder, ['check', '--print-config', 'a.yaml']).out)).toEqual({ ...before, from: ['.awslint.yaml'] })
    writeFileSync(join(folder, '.awslint.yaml'), '# mine\n')
    expect(awslint(folder, ['migrate', '--write'])).toMatchObject({ code: 2 })
    expect(read(folder, '.awslint.yaml')).toBe('# mine\n')
    awslint(folder, ['migrate', '--write', '--force'])
    expect(read(folder, '.awslint.yaml')).toContain(`  ${UNKNOWN}: off # ${ID} of cfn-lint\n`)
  })
})

describe('init', () => {
  test('writes a configuration for what it sees, once', () => {
    const folder = repository({ 'a.yaml': GOOD, 'cdk.out/b.yaml': BAD, 'x/appspec.yml': 'version: 0.0\nos: linux\nfiles: []\n' })
    expect(awslint(folder, ['init'])).toEqual({ code: 0, out: 'wrote .awslint.yaml\n', err: '' })
    const text = read(folder, '.awslint.yaml')
    expect(text).toContain('# Seen here: 1 CloudFormation, 1 AppSpec.\n')
    expect(text).toContain('ignore:\n  - "/cdk.out/"\n')
    expect(checked(folder, []).paths).toEqual(['a.yaml', 'x/appspec.yml'])
    writeFileSync(join(folder, '.awslint.yaml'), 'extends: all\n')
    expect(awslint(folder, ['init'])).toEqual({ code: 2, out: '', err: 'awslint: .awslint.yaml exists; --force writes it anew\n' })
    expect(read(folder, '.awslint.yaml')).toBe('extends: all\n')
    expect(awslint(folder, ['init', '--force']).code).toBe(0)
    expect(read(folder, '.awslint.yaml')).toBe(text)
  })
  test('of an empty folder, too', () => {
    const folder = repository({})
    expect(awslint(folder, ['init']).code).toBe(0)
    expect(awslint(folder, ['check'])).toMatchObject({ code: 0, err: '' })
  })
  test.each([
    ['', 'repos:\n  - repo: https://github.com/awslint/awslint\n'],
    [
      '# mine\nrepos:\n- repo: local\n  hooks: []\n',
      '# mine\nrepos:\n- repo: local\n  hooks: []\n- repo: https://github.com/awslint/awslint\n  rev: v',
    ],
    ['repos:\n    - repo: local\n      hooks: []', '      hooks: []\n    - repo: https://github.com/awslint/awslint\n      rev: v'],
  ])('--pre-commit after %j', (before, after) => {
    const folder = repository(before ? { '.pre-commit-config.yaml': before } : {})
    expect(awslint(folder, ['init', '--pre-commit']).code).toBe(0)
    expect(read(folder, '.pre-commit-config.yaml')).toContain(after)
    const once = read(folder, '.pre-commit-config.yaml')
    expect(awslint(folder, ['init', '--pre-commit', '--force']).err).toBe('awslint: .pre-commit-config.yaml names awslint already\n')
    expect(read(folder, '.pre-commit-config.yaml')).toBe(once)
  })
  test('says what it cannot read or write', () => {
    const folder = repository({ '.pre-commit-config.yaml/x': '', '.cfnlintrc/x': '' })
    expect(awslint(folder, ['migrate'])).toEqual({ code: 2, out: '', err: 'awslint: .cfnlintrc cannot be read: it is a folder\n' })
    expect(awslint(folder, ['init', '--pre-commit']).err).toContain('awslint: .pre-commit-config.yaml cannot be read: it is a folder\n')
    const other = repository({ '.awslint.yaml/x': '' })
    expect(awslint(other, ['init', '--force'])).toMatchObject({
      code: 2,
      out: '',
      err: 'awslint: .awslint.yaml cannot be written: it is a folder\n',
    })
  })
  test('--pre-commit leaves alone what it does not understand', () => {
    const text = 'repos: [{repo: local, hooks: []}]\n'
    const folder = repository({ '.pre-commit-config.yaml': text })
    expect(awslint(folder, ['init', '--pre-commit']).code).toBe(2)
    expect(read(folder, '.pre-commit-config.yaml')).toBe(text)
  })
})

describe('completion', () => {
  test('bash completes commands, options and their words', () => {
    const script = awslint('.', ['completion', 'bash']).out
    const complete = (...words: string[]): string[] => {
      const set = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _awslint; printf '%s\\n' "\${COMPREPLY[@]}"`
      return execFileSync('bash', ['-c', `${script}\n${set}`], { encoding: 'utf8' })
        .trim()
        .split('\n')
    }
    expect(complete('awslint', 'ch')).toEqual(['check'])
    expect(complete('awslint', 'check', '--no-p')).toEqual(['--no-project'])
    expect(complete('awslint', 'check', '--level', 'w')).toEqual(['warning'])
    expect(complete('awslint', 'completion', 'f')).toEqual(['fish'])
  })
  test.each(['zsh', 'fish'])('%s gets every command and option', (shell) => {
    const { code, out } = awslint('.', ['completion', shell])
    expect(code).toBe(0)
    const help = spawnSync(process.execPath, [BIN, 'check', '--help'], { encoding: 'utf8' }).stdout
    for (const [, flag = ''] of help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm))
      if (flag !== 'help') expect(out).toContain(shell === 'fish' ? ` -l ${flag}` : `--${flag}`)
    for (const command of ['check', 'rules', 'explain', 'init', 'migrate', 'completion']) expect(out).toContain(command)
  })
  test('another shell is refused', () => {
    expect(awslint('.', ['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' })
  })
})
