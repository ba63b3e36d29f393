/** Options, commands, exit codes and where the report goes. */
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import pkg from '../../package.json'
import { ROOT } from '../../src/dev/groups.ts'
import { core, everyRule } from '../support/built.ts'
import { awslint, BAD, BIN, checked, FOREIGN, folderWith, GOOD, WARNED } from '../support/cli.ts'

const folder = folderWith({ 'bad.yaml': BAD, 'good.yaml': GOOD, 'buildspec.yml': WARNED, 'foreign.yaml': FOREIGN })

describe('wrong usage is told and exits with 2', () => {
  test.each([
    [['check', '--nope', 'bad.yaml'], "unknown option '--nope'"],
    [['check', '--formt', 'json'], 'Did you mean --format?'],
    [['check', '--format', 'xml'], 'Allowed choices are text, compact, json, sarif, junit'],
    [['check', '--format', 'xml:out.xml'], 'Allowed choices are text, compact, json, sarif, junit'],
    [['check', '--format', 'sarif:'], 'write sarif:FILE, or sarif alone'],
    [['check', '--format', 'text', '--format', 'json'], 'only one report can go to standard output'],
    [['check', '--format', 'text', '--format', 'json:-'], 'only one report can go to standard output'],
    [['check', '--format', 'json:a.txt', '--format', 'compact:./a.txt'], 'two reports would be written to a.txt'],
    [['check', '--format', 'json:a.txt', '--output', 'b.txt'], '--output is for a single report'],
    [['check', '--format', 'json', '--format', 'text:c.txt', '--output', 'b.txt'], '--output is for a single report'],
    [['check', 'bad.yaml', '--format', 'json:bad.yaml'], 'would overwrite bad.yaml'],
    [['check', '--fail-on', 'fatal'], 'Allowed choices are error, warning, info, never'],
    [['check', '--level', 'debug'], 'Allowed choices are error, warning, info'],
    [['check', '--kind', 'terraform'], 'Allowed choices are cloudformation, sam, appspec, buildspec'],
    [['check', '--output'], 'argument missing'],
    [['check', ''], 'a path or the value of an option is empty'],
    [['check', 'bad.yaml', '--config', ''], 'a path or the value of an option is empty'],
    [['check', 'bad.yaml', '--schema', ''], 'a path or the value of an option is empty'],
    [['lint', 'bad.yaml'], "unknown command 'lint'"],
    [['chekc'], 'Did you mean check?'],
    [['bad.yaml'], 'did you mean "awslint check bad.yaml"?'],
    [['completion', 'bash', 'extra'], 'too many arguments'],
    [['rules', '--format', 'xml'], 'Allowed choices are text, json'],
    [['explain'], "missing required argument 'id'"],
    [['explain', 'a', 'b'], 'too many arguments'],
    [['check', '--\u001b[31m'], "unknown option '--\\u{1B}[31m'"],
    [[], 'Usage: awslint'],
  ])('%j', (args, message) => {
    const { code, out, err } = awslint(folder, args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })
})

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s', (flag) => {
    const { code, out, err } = awslint(folder, [flag])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of ['check', 'rules', 'explain', 'Examples:', 'Exit codes:']) expect(out).toContain(words)
  })
  test.each(['check', 'rules', 'explain'])('of %s', (command) => {
    for (const args of [
      [command, '--help'],
      [command, '-h'],
      ['help', command],
    ]) {
      const { code, out, err } = awslint(folder, args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(`awslint ${command}`)
      expect(out).toMatch(/Examples?:\n {2}awslint/)
    }
  })
  test('names every option of check and the exit codes', () => {
    const { out } = awslint(folder, ['check', '--help'])
    const options = [
      '--format',
      '--output',
      '--kind',
      '--fail-on',
      '--level',
      '--ignore-unknown',
      '--quiet',
      '--color',
      '--no-color',
      '--stdin-filename',
    ]
    for (const option of [...options, 'Exit codes: 0']) expect(out).toContain(option)
  })
})

test.each(['--version', '-v'])('%s', (flag) => expect(awslint(folder, [flag])).toEqual({ code: 0, out: `${pkg.version}\n`, err: '' }))

describe('--fail-on', () => {
  test.each([
    ['error', 'bad.yaml', 1],
    ['warning', 'bad.yaml', 1],
    ['info', 'bad.yaml', 1],
    ['never', 'bad.yaml', 0],
    ['error', 'buildspec.yml', 0],
    ['warning', 'buildspec.yml', 1],
    ['info', 'buildspec.yml', 1],
    ['never', 'buildspec.yml', 0],
    ['info', 'good.yaml', 0],
  ])('%s with %s exits with %i', (failOn, file, code) => {
    for (const format of ['text', 'json', 'sarif'])
      expect(awslint(folder, ['check', file, '--fail-on', failOn, '-f', format]).code).toBe(code)
  })
  test('is error where it is not given', () => {
    expect(awslint(folder, ['check', 'bad.yaml']).code).toBe(1)
    expect(awslint(folder, ['check', 'buildspec.yml']).code).toBe(0)
  })
  test('means the same in every format', () => {
    for (const format of ['text', 'json', 'sarif']) {
      expect(awslint(folder, ['check', 'buildspec.yml', '-f', format, '--fail-on', 'warning']).code).toBe(1)
      expect(awslint(folder, ['check', 'bad.yaml', '-f', format, '--fail-on', 'never']).code).toBe(0)
    }
  })
})

describe('--level', () => {
  const severities = (format: string, level?: string): string[] => {
    const { out } = awslint(folder, ['check', 'bad.yaml', 'buildspec.yml', '-f', format, ...(level ? ['--level', level] : [])])
    if (format === 'text') return [...out.matchAll(/^ {2}\d+:\d+ {2}(\w+)/gm)].map(([, severity]) => severity as string)
    if (format === 'json')
      return JSON.parse(out).files.flatMap((file: { findings: { severity: string }[] }) => file.findings.map(({ severity }) => severity))
    return JSON.parse(out).runs[0].results.map(({ level }: { level: string }) => (level === 'note' ? 'info' : level))
  }
  test.each(['text', 'json', 'sarif'])('in %s', (format) => {
    expect(severities(format, 'error')).toEqual(['error'])
    expect(severities(format, 'warning')).toEqual(['error', 'warning'])
    expect(severities(format, 'info').filter((severity) => severity !== 'info')).toEqual(['error', 'warning'])
    expect(severities(format)).toEqual(severities(format, 'warning'))
  })
  test('hides what --fail-on then cannot see', () => {
    expect(awslint(folder, ['check', 'buildspec.yml', '--level', 'error', '--fail-on', 'warning']).code).toBe(0)
  })
})

describe('the reports', () => {
  test('text', () => {
    const { out } = awslint(folder, ['check', 'bad.yaml', 'good.yaml'])
    expect(out.replace(/\d+ ms/, '1 ms')).toBe(`bad.yaml

  1:1  error  "Output" is no section of a template; did you mean "Outputs"?  template/unknown-section
    1 | Output: {}
      | ^^^^^^

1 error in 2 files (1 ms)
1 can be fixed with --fix
`)
  })
  test('text with --quiet', () => {
    expect(awslint(folder, ['check', 'bad.yaml', '--quiet']).out).toBe(
      'bad.yaml\n  1:1  error  "Output" is no section of a template; did you mean "Outputs"?  template/unknown-section\n',
    )
    expect(awslint(folder, ['check', 'good.yaml', '-q']).out).toBe('')
  })
  test('SARIF has paths from the root of the repository', () => {
    const repository = folderWith({ '.git/HEAD': '', 'infra/my stack/bad.yaml': BAD, 'infra/gone.yaml': '' })
    const { code, out } = awslint(join(repository, 'infra'), ['check', '--format', 'sarif', 'my stack/bad.yaml', 'missing.yaml'])
    const [run] = JSON.parse(out).runs
    expect(code).toBe(2)
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'infra/my%20stack/bad.yaml',
      uriBaseId: '%SRCROOT%',
    })
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'infra/missing.yaml' } } }] }],
    })
  })
  test('are the same every time', () => {
    for (const format of ['json', 'sarif']) {
      const once = () => awslint(folder, ['check', '-f', format]).out
      expect(once()).toBe(once())
    }
  })
})

describe('colours', () => {
  const colored = (args: string[], env: Record<string, string> = {}): boolean =>
    awslint(folder, ['check', 'bad.yaml', ...args], { env }).out.includes('\u001b[')
  test('only where somebody watches or asks', () => {
    expect(colored([])).toBe(false)
    expect(colored(['--color'])).toBe(true)
    expect(colored([], { FORCE_COLOR: '1' })).toBe(true)
    expect(colored([], { FORCE_COLOR: '0' })).toBe(false)
    expect(colored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(colored(['--color'], { NO_COLOR: '1' })).toBe(true)
    expect(colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
  })
  test('never in JSON, SARIF or a file', () => {
    expect(colored(['--color', '-f', 'json'])).toBe(false)
    expect(colored(['--color', '-f', 'sarif'])).toBe(false)
    const to = folderWith({})
    awslint(folder, ['check', 'bad.yaml', '-o', join(to, 'x')], { env: { FORCE_COLOR: '1' } })
    expect(readFileSync(join(to, 'x'), 'utf8')).not.toContain('\u001b')
  })
})

describe('--output', () => {
  test('writes the report, and nothing to the terminal', () => {
    const to = folderWith({ 'old.json': 'old' })
    for (const name of ['new.json', 'old.json']) {
      expect(awslint(folder, ['check', 'bad.yaml', '-f', 'json', '--output', join(to, name)])).toEqual({ code: 1, out: '', err: '' })
      expect(JSON.parse(readFileSync(join(to, name), 'utf8')).summary.errors).toBe(1)
    }
    expect(readdirSync(to).sort()).toEqual(['new.json', 'old.json'])
  })
  test('keeps a link a link', () => {
    const to = folderWith({ 'real.json': 'old' })
    symlinkSync('real.json', join(to, 'link.json'))
    awslint(folder, ['check', 'bad.yaml', '-f', 'json', '-o', join(to, 'link.json')])
    expect(lstatSync(join(to, 'link.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(to, 'real.json'), 'utf8')).toContain('"awslint"')
  })
  test('leaves nothing where it cannot write', () => {
    const to = folderWith({ 'file.txt': 'kept' })
    mkdirSync(join(to, 'folder'))
    for (const [name, why] of [
      ['no/such/folder/x.json', 'there is no such file or folder'],
      ['file.txt/x.json', 'there is no such file or folder'],
      ['folder', 'it is a folder'],
    ] as const) {
      const { code, out, err } = awslint(to, ['check', join(folder, 'bad.yaml'), '-o', name])
      expect({ code, out, err }).toEqual({ code: 2, out: '', err: `awslint: the report cannot be written to ${name}: ${why}\n` })
    }
    expect(readdirSync(to).sort()).toEqual(['file.txt', 'folder'])
    expect(readFileSync(join(to, 'file.txt'), 'utf8')).toBe('kept')
  })
  test('does not overwrite what is to be checked', () => {
    const to = folderWith({ 'bad.yaml': BAD })
    const { code, err } = awslint(to, ['check', 'bad.yaml', '-o', './bad.yaml'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'awslint: the report would overwrite bad.yaml, which is to be checked; give the report another file\n',
    })
    expect(readFileSync(join(to, 'bad.yaml'), 'utf8')).toBe(BAD)
  })
  test('to the terminal after all', () => {
    for (const name of ['-', '/dev/stdout'])
      expect(awslint(folder, ['check', 'bad.yaml', '-f', 'json', '-o', name]).out).toBe(
        awslint(folder, ['check', 'bad.yaml', '-f', 'json']).out,
      )
  })
  test('to a device', () => {
    expect(awslint(folder, ['check', 'bad.yaml', '-f', 'json', '-o', '/dev/null'])).toEqual({ code: 1, out: '', err: '' })
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})

describe('pipes', () => {
  const many = folderWith({ 'template.yaml': `${GOOD}${Array.from({ length: 20_000 }, (_, i) => `Wrong${i}: {}\n`).join('')}` })
  const shell = (script: string) =>
    spawnSync('bash', ['-c', script], {
      cwd: many,
      maxBuffer: 2 ** 26,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, BIN },
    })
  test('that close early are no failure', () => {
    const { stdout, stderr } = shell('"$NODE" "$BIN" check template.yaml | head -1; echo "${PIPESTATUS[0]}"')
    expect({ stdout, stderr }).toEqual({ stdout: 'template.yaml\n1\n', stderr: '' })
  })
  test('that are read slowly get everything', () => {
    const { stdout } = shell('"$NODE" "$BIN" check template.yaml --format json | (sleep 1; cat)')
    expect(JSON.parse(stdout).summary.errors).toBeGreaterThanOrEqual(20_000)
  })
  test.runIf(existsSync('/dev/full'))('that take nothing are a failure', () => {
    const { status, stderr } = shell('"$NODE" "$BIN" check template.yaml > /dev/full')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^awslint: the report cannot be written: .*ENOSPC/)
  })
})

describe('rules', () => {
  test('as text', () => {
    const { code, out } = awslint(folder, ['rules'])
    expect(code).toBe(0)
    for (const { id, severity, title } of everyRule) expect(out.replace(/ +/g, ' ')).toContain(`\n ${id} ${severity} ${title}\n`)
    expect(out).toContain(`${everyRule.length} rules; "awslint explain <id>" tells more about one.\n`)
  })
  test('as JSON', () => {
    const { code, out } = awslint(folder, ['rules', '--format', 'json'])
    expect(code).toBe(0)
    const listed = JSON.parse(out)
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(everyRule.map(({ id }) => id))
    for (const [i, rule] of everyRule.entries()) {
      const { id, title, severity, on, fixes = null, why, fix, sources, notes = [], cfnLint = [] } = rule
      expect(listed[i]).toEqual({ id, title, severity, on, fixes, why, fix, sources, notes, cfnLint })
    }
  })
})

test('a Region that is not known is told once, and changes nothing else', () => {
  const to = folderWith({ 'a.yaml': GOOD, 'b.yaml': GOOD })
  const told = (...regions: string[]) => awslint(to, ['check', '-q', ...regions.flatMap((region) => ['--region', region])])
  expect(told('eu-centrl-1', 'eu-west-1')).toEqual({
    code: 0,
    out: '',
    err: 'awslint: there is no Region "eu-centrl-1" that awslint knows; did you mean "eu-central-1"?\n',
  })
  expect(told('eu-west-1')).toEqual({ code: 0, out: '', err: '' })
})

describe('rules of a group', () => {
  const idsOf = (...args: string[]): string[] =>
    JSON.parse(awslint(folder, ['rules', '--format', 'json', ...args]).out).map(({ id }: { id: string }) => id)
  const lambda = everyRule.map(({ id }) => id).filter((id) => id.startsWith('lambda/'))
  test('by its name, by a pattern, beside ids, in one order', () => {
    expect(idsOf('lambda')).toEqual(lambda)
    expect(idsOf('lambda/*', 'lambda/')).toEqual(lambda)
    expect(idsOf('template/unknown-section', 'lambda', lambda[0] as string)).toEqual([...lambda, 'template/unknown-section'])
    expect(awslint(folder, ['rules', 'template/unknown-section']).out).toContain('1 rule; ')
  })
  test.each([
    ['lamda', '; did you mean "lambda"?'],
    ['template/unknown-sections', '; did you mean "template/unknown-section"?'],
    ['no such thing at all', ''],
  ])('that there is not: %j', (name, more) => {
    expect(awslint(folder, ['rules', name])).toEqual({ code: 2, out: '', err: `awslint: there is no group and no rule "${name}"${more}\n` })
  })
})

describe('explain', () => {
  test('says what the rule says', () => {
    for (const rule of everyRule.slice(0, 3)) {
      const { code, out } = awslint(folder, ['explain', rule.id])
      expect(code).toBe(0)
      for (const words of [rule.id, rule.title, rule.severity, rule.why, rule.fix, ...rule.sources.flatMap(({ url, fact }) => [url, fact])])
        expect(out).toContain(words)
    }
  })
  const defectOf = (id: string): string => id.slice(id.indexOf('/') + 1)
  const sharing = (id: string): string[] => everyRule.map((rule) => rule.id).filter((other) => defectOf(other) === defectOf(id))
  const known = everyRule.map(({ id }) => id).find((id) => sharing(id).length === 1) as string
  test.each([
    [known.replace(/(.)(.)$/, '$2$1'), `; did you mean "${known}"?`],
    [defectOf(known), `; did you mean "${known}"?`],
    [known.toUpperCase(), `; did you mean "${known}"?`],
    ['no-such-thing-at-all', '; "awslint rules" lists them all'],
    ['', '; "awslint rules" lists them all'],
  ])('does not know %j', (id, more) => {
    expect(awslint(folder, ['explain', id])).toEqual({ code: 2, out: '', err: `awslint: there is no rule "${id}"${more}\n` })
  })
  test.each(['lambda', 'lambda/*'])('takes %j for a group', (id) => {
    expect(awslint(folder, ['explain', id]).err).toBe('awslint: "lambda" is a group; "awslint rules lambda" lists its rules\n')
  })
  test('names every group that has such a rule', () => {
    const { err } = awslint(folder, ['explain', 'unknown-section'])
    const groups = sharing('x/unknown-section')
    expect(groups.length).toBeGreaterThan(1)
    for (const id of groups) expect(err).toContain(`"${id}"`)
  })
})

test('works from a folder that is gone, in its own words', () => {
  const gone = folderWith({})
  const { stdout, stderr, status } = spawnSync('bash', ['-c', 'rmdir "$PWD"; "$NODE" "$BIN" check'], {
    cwd: gone,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, BIN },
  })
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  expect(stderr).toMatch(/^awslint: /)
})

test('a file that changes nothing else is written beside none', () => {
  const to = folderWith({ 'bad.yaml': BAD })
  writeFileSync(join(to, 'x.sarif'), 'old')
  expect(checked(to, []).paths).toEqual(['bad.yaml'])
  expect(readdirSync(to).sort()).toEqual(['bad.yaml', 'x.sarif'])
})

test('the hook for pre-commit names options that there are, and files of ours', () => {
  const hook = core.parseSource(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'), 'hooks.yaml').root
  const read = (key: string): string => (core.at(hook, 0, key) as { text: string }).text
  const [name, ...args] = read('entry').split(' ')
  expect(Object.keys(pkg.bin)).toEqual([name])
  expect(awslint(folder, [...args, 'foreign.yaml']).code).toBe(0)
  expect(awslint(folder, [...args, 'bad.yaml']).code).toBe(1)
  const files = new RegExp(read('files').replace('(?i)', ''), 'i')
  for (const path of ['a.yaml', 'x/b.YML', 'c.json', 'd.template', 'e.cfn']) expect(path).toMatch(files)
  for (const path of ['a.ts', 'yaml/README.md', 'template']) expect(path).not.toMatch(files)
})

test('npm pack prints the name of the package only, which pre-commit relies on', () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^foreground-scripts=false$/m)
})
