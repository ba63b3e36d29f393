/** What --fix, --fix-unsafe and --fix-dry-run do to files, as somebody runs them. */
import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awslint, BIN, folderWith, GOOD } from '../support/cli.ts'

const [BEFORE, AFTER] = ['Outptus: {}\n', 'Outputs: {}\n'].map((lines) => `${GOOD}# the end\n${lines}`) as [string, string]
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')

describe('--fix', () => {
  test('writes the files and reports what is left', () => {
    const folder = folderWith({ 'a.yaml': BEFORE, 'x/b.yaml': `Foo: {}\n${BEFORE}`, 'good.yaml': GOOD })
    const { code, out, err } = awslint(folder, ['check', '--fix', '--quiet'])
    expect(err).toBe('awslint: 2 findings fixed in 2 files\n')
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^x\/b\.yaml\n {2}1:1 {2}error {2}"Foo" .*\n$/) })
    expect([read(folder, 'a.yaml'), read(folder, 'x/b.yaml'), read(folder, 'good.yaml')]).toEqual([AFTER, `Foo: {}\n${AFTER}`, GOOD])
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'good.yaml', 'x'])
    expect(awslint(folder, ['check', '--fix', 'a.yaml'])).toMatchObject({ code: 0, err: 'awslint: nothing to fix\n' })
  })
  test('keeps line ends, a byte order mark and permissions', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const folder = folderWith({ 'a.yaml': windows(BEFORE) })
    chmodSync(join(folder, 'a.yaml'), 0o666)
    expect(awslint(folder, ['check', '--fix', 'a.yaml']).code).toBe(0)
    expect(read(folder, 'a.yaml')).toBe(windows(AFTER))
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o666)
  })
  test('mends what a link leads to, and keeps the link', () => {
    const folder = folderWith({ 'x/real.yaml': BEFORE })
    symlinkSync('x/real.yaml', join(folder, 'link.yaml'))
    expect(awslint(folder, ['check', '--fix']).err).toBe('awslint: 1 finding fixed in 1 file\n')
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true)
    expect(read(folder, 'x/real.yaml')).toBe(AFTER)
  })
  test('leaves alone what is no UTF-8, and says so', () => {
    const bytes = {
      'utf16.yaml': Buffer.from(`\uFEFF${BEFORE}`, 'utf16le'),
      'latin1.yaml': Buffer.from(`# caf\u00e9\n${BEFORE}`, 'latin1'),
    }
    const folder = folderWith(bytes)
    const { code, err } = awslint(folder, ['check', '--fix'])
    const refused = (name: string): string => `awslint: ${name} is not fixed: its bytes are no UTF-8; save it as UTF-8 first\n`
    expect({ code, err }).toEqual({ code: 1, err: `${refused('latin1.yaml')}${refused('utf16.yaml')}awslint: nothing to fix\n` })
    for (const [name, before] of Object.entries(bytes)) expect(readFileSync(join(folder, name))).toEqual(before)
  })
  test('says what it could not write, and mends the others', () => {
    const folder = folderWith({ 'closed/a.yaml': BEFORE, 'open/b.yaml': BEFORE })
    chmodSync(folder, 0o755)
    // The superuser may write everywhere: there, somebody else has to try.
    const isRoot = process.getuid?.() === 0
    chmodSync(join(folder, 'open'), isRoot ? 0o777 : 0o755)
    chmodSync(join(folder, 'closed'), 0o555)
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check', '--fix', '--quiet'], {
      cwd: folder,
      encoding: 'utf8',
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    })
    chmodSync(join(folder, 'closed'), 0o755)
    expect(stderr).toBe('awslint: closed/a.yaml cannot be written: permission denied\nawslint: 1 finding fixed in 1 file\n')
    expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringMatching(/^closed\/a\.yaml\n {2}7:1 {2}error .*\n$/) })
    expect([read(folder, 'closed/a.yaml'), read(folder, 'open/b.yaml')]).toEqual([BEFORE, AFTER])
  })
  test('mends nothing that is silenced', () => {
    const silenced = BEFORE.replace('Outptus: {}', 'Outptus: {} # awslint-disable-line template/unknown-section')
    const folder = folderWith({ 'a.yaml': silenced })
    expect(awslint(folder, ['check', '--fix', 'a.yaml'])).toMatchObject({ code: 0, err: 'awslint: nothing to fix\n' })
    expect(read(folder, 'a.yaml')).toBe(silenced)
  })
  test('cannot mend standard input', () => {
    for (const option of ['--fix', '--fix-unsafe', '--fix-dry-run'])
      expect(awslint(folderWith({}), ['check', '-', option], { input: BEFORE })).toEqual({
        code: 2,
        out: '',
        err: 'awslint: what comes from standard input cannot be fixed; name the file\n',
      })
  })
})

test('--fix-unsafe mends what --fix leaves to somebody who looks at it', () => {
  const [before, after] = ['0.1', '0.2'].map((version) => `version: ${version} # the first\nphases: { build: { commands: [make] } }\n`)
  const folder = folderWith({ 'buildspec.yml': before as string })
  expect(awslint(folder, ['check', '--level', 'info', '--fix'])).toMatchObject({ code: 0, err: 'awslint: nothing to fix\n' })
  expect(read(folder, 'buildspec.yml')).toBe(before)
  expect(awslint(folder, ['check', '--level', 'info', '--fix-unsafe'])).toMatchObject({
    code: 0,
    err: 'awslint: 1 finding fixed in 1 file\n',
  })
  expect(read(folder, 'buildspec.yml')).toBe(after)
})

describe('--fix-dry-run', () => {
  /** What is left after the difference that is printed was applied in the folder, by Git. */
  const applied = (folder: string, args: readonly string[]) => {
    const { out } = awslint(folder, ['check', '--fix-dry-run', ...args])
    const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' })
    return { out, status, stderr }
  }
  test('changes nothing, and prints what git apply takes', () => {
    const folder = folderWith({ 'a.yaml': BEFORE, 'x/b.yaml': BEFORE, 'good.yaml': GOOD })
    const { code, out, err } = awslint(folder, ['check', '--fix-dry-run'])
    expect({ code, err }).toEqual({ code: 1, err: 'awslint: 2 findings would be fixed in 2 files\n' })
    expect(out).toBe(
      ['a.yaml', 'x/b.yaml']
        .map(
          (path) =>
            `--- a/${path}\n+++ b/${path}\n@@ -4,4 +4,4 @@\n   Topic:\n     Type: AWS::SNS::Topic\n # the end\n-Outptus: {}\n+Outputs: {}\n`,
        )
        .join(''),
    )
    expect(read(folder, 'a.yaml')).toBe(BEFORE)
    expect(applied(folder, [])).toMatchObject({ status: 0, stderr: '' })
    expect([read(folder, 'a.yaml'), read(folder, 'x/b.yaml')]).toEqual([AFTER, AFTER])
    expect(applied(folder, [])).toMatchObject({ out: '' })
  })
  test.each([
    ['CRLF', BEFORE.replaceAll('\n', '\r\n'), AFTER.replaceAll('\n', '\r\n')],
    ['no line end at the end', BEFORE.trimEnd(), AFTER.trimEnd()],
    ['a byte order mark', `\uFEFF${BEFORE}`, `\uFEFF${AFTER}`],
    ['the first line', `Outptus: {}\n${GOOD}`, `Outputs: {}\n${GOOD}`],
  ])('of a file with %s', (_, before, after) => {
    const folder = folderWith({ 'a.yaml': before })
    expect(applied(folder, ['a.yaml'])).toMatchObject({ status: 0, stderr: '' })
    expect(read(folder, 'a.yaml')).toBe(after)
  })
  test.each(['my stack.yaml', '-x.yaml', 'größe 日本.yaml', 'a"b\\c.yaml', 'new\nline\u001b[31m\u202E.yaml'])(
    'of a file called %j',
    (name) => {
      const folder = folderWith({ [name]: BEFORE })
      const { out, status, stderr } = applied(folder, ['.'])
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(out.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(read(folder, name)).toBe(AFTER)
    },
  )
  test('of a link is that of its file, once', () => {
    const folder = folderWith({ 'x/real.yaml': BEFORE })
    symlinkSync('x/real.yaml', join(folder, 'link.yaml'))
    const { out, status, stderr } = applied(folder, [])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(out.match(/^--- .*/gm)).toEqual(['--- a/x/real.yaml'])
    expect(read(folder, 'x/real.yaml')).toBe(AFTER)
  })
  test('of a file outside of the working directory names it whole', () => {
    const folder = folderWith({ 'b.yaml': BEFORE })
    mkdirSync(join(folder, 'a'))
    const { out } = awslint(join(folder, 'a'), ['check', '--fix-dry-run', '../b.yaml'])
    expect(out).toMatch(/^--- \/.*\/b\.yaml\n\+\+\+ \/.*\/b\.yaml\n@@ /)
  })
  test('beside --fix wins: nothing is written', () => {
    const folder = folderWith({ 'a.yaml': BEFORE })
    expect(awslint(folder, ['check', '--fix', '--fix-dry-run', 'a.yaml']).out).toContain('+Outputs: {}\n')
    expect(read(folder, 'a.yaml')).toBe(BEFORE)
  })
})
