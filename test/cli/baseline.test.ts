/** What an old repository lives with, and what is silenced and still told. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awslint, BAD, checked, folderWith, GOOD } from '../support/cli.ts'

const RULE = 'template/unknown-section'
const SUPPRESSED = `# awslint-disable-file ${RULE} -- kept for a tool\n${BAD}`

describe('a baseline', () => {
  test('leaves out what it holds, wherever it moves, and tells what is new', () => {
    const folder = folderWith({ 'a.yaml': BAD, 'b.yaml': GOOD })
    const update = awslint(folder, ['check', '--baseline', 'known.json', '--update-baseline'])
    expect({ code: update.code, err: update.err }).toEqual({ code: 0, err: 'awslint: known.json is written: 1 new, 0 gone\n' })
    writeFileSync(join(folder, 'a.yaml'), `# moved\n\n${BAD}`)
    expect(checked(folder, ['--baseline', 'known.json'])).toMatchObject({ code: 0, err: '', summary: { errors: 0 } })
    writeFileSync(join(folder, 'b.yaml'), BAD)
    const more = checked(folder, ['--baseline', 'known.json'])
    expect([more.code, more.files.flatMap(({ path, findings }) => findings.map(() => path))]).toEqual([1, ['b.yaml']])
  })
  test('counts: a second one of the same words is new', () => {
    const twice = `Resources:\n  A: &a\n    Type: AWS::SQS::Queue\n    Properties: {Colour: 1}\n`
    const folder = folderWith({ 'a.yaml': twice })
    awslint(folder, ['check', '--baseline', 'known.json', '--update-baseline'])
    writeFileSync(join(folder, 'a.yaml'), `${twice}  B:\n    Type: AWS::SQS::Queue\n    Properties: {Colour: 1}\n`)
    expect(checked(folder, ['--baseline', 'known.json']).summary.errors).toBe(1)
  })
  test('what is fixed is told, and leaves at the next update; other files stay', () => {
    const folder = folderWith({ 'a.yaml': BAD, 'sub/b.yaml': BAD })
    awslint(folder, ['check', '--baseline', 'ci/../known.json', '--update-baseline'])
    const before = readFileSync(join(folder, 'known.json'), 'utf8')
    writeFileSync(join(folder, 'a.yaml'), GOOD)
    expect(awslint(folder, ['check', '--baseline', 'known.json']).err).toBe(
      'awslint: 1 finding of known.json is gone; --update-baseline takes it out\n',
    )
    const update = awslint(folder, ['check', 'a.yaml', '--baseline', 'known.json', '--update-baseline'])
    expect(update.err).toBe('awslint: known.json is written: 0 new, 1 gone\n')
    const after = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))
    expect(Object.keys(JSON.parse(before).files)).toEqual(['a.yaml', 'sub/b.yaml'])
    expect(after.files).toEqual({ 'sub/b.yaml': JSON.parse(before).files['sub/b.yaml'] })
  })
  test('is the same from whatever folder, and written the same twice', () => {
    const folder = folderWith({ 'known.json': '{"version": 1, "files": {}}', 'sub/b.yaml': BAD })
    awslint(join(folder, 'sub'), ['check', '--baseline', '../known.json', '--update-baseline'])
    const written = readFileSync(join(folder, 'known.json'), 'utf8')
    expect(Object.keys(JSON.parse(written).files)).toEqual(['sub/b.yaml'])
    awslint(folder, ['check', 'sub', '--baseline', 'known.json', '--update-baseline'])
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(written)
  })
  test.each([
    ['[]', 'known.json is no baseline of awslint'],
    ['{"version": 1, "files": {"a.yaml": [{"rule": 1}]}}', 'known.json is no baseline of awslint'],
    ['{"version": 1, "files": {"a.yaml": 1}}', 'known.json is no baseline of awslint'],
    ['{', 'known.json is no baseline of awslint'],
  ])('%s is refused, and never overwritten', (text, message) => {
    const folder = folderWith({ 'known.json': text, 'a.yaml': BAD })
    for (const more of [[], ['--update-baseline']]) {
      const { code, err } = awslint(folder, ['check', '--baseline', 'known.json', ...more])
      expect(code).toBe(2)
      expect(err).toContain(message)
      expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text)
    }
  })
  test('one that is not there', () => {
    const folder = folderWith({ 'a.yaml': BAD })
    expect(awslint(folder, ['check', '--baseline', 'no.json'])).toMatchObject({
      code: 2,
      err: 'awslint: the baseline no.json cannot be read: there is no such file or folder; --update-baseline writes one\n',
    })
    expect(awslint(folder, ['check', '--update-baseline'])).toMatchObject({
      code: 2,
      err: 'awslint: --update-baseline writes the file of --baseline; give it, too\n',
    })
  })
})

describe('--report-suppressed', () => {
  const folder = folderWith({ 'a.yaml': SUPPRESSED, 'b.yaml': BAD })
  awslint(folder, ['check', 'b.yaml', '--baseline', 'known.json', '--update-baseline'])
  const run = (...args: string[]) => awslint(folder, ['check', '--baseline', 'known.json', '--report-suppressed', ...args])

  test('text', () => {
    const { code, out } = run()
    expect(code).toBe(0)
    expect(out).toContain(`2:1  error  `)
    expect(out).toContain(`${RULE} (suppressed: kept for a tool)`)
    expect(out).toContain(`${RULE} (in the baseline)`)
    expect(awslint(folder, ['check', '--baseline', 'known.json']).out).not.toContain(RULE)
  })
  test('json', () => {
    const { files } = JSON.parse(run('--format', 'json').out)
    expect(files.map((file: { suppressed: object[] }) => file.suppressed)).toMatchObject([
      [{ rule: RULE, line: 2, by: 'document', reason: 'kept for a tool' }],
      [{ rule: RULE, line: 1, by: 'baseline' }],
    ])
    expect(JSON.parse(awslint(folder, ['check', '--format', 'json', 'a.yaml']).out).files[0]).not.toHaveProperty('suppressed')
  })
  test('is refused where no report could show it', () => {
    expect(run('--format', 'github', '--format', 'gitlab:x.json')).toMatchObject({
      code: 2,
      out: '',
      err: 'awslint: --report-suppressed: github and gitlab cannot tell what is silenced; text, json, sarif, junit, markdown and html can\n',
    })
    expect(run('--format', 'github', '--format', 'text:/dev/null').code).toBe(0)
  })
  test('sarif', () => {
    const log = JSON.parse(run('--format', 'sarif').out)
    expect(log.runs[0].results.map((result: { suppressions: object[] }) => result.suppressions)).toEqual([
      [{ kind: 'inSource', justification: 'kept for a tool' }],
      [{ kind: 'external' }],
    ])
  })
})

describe('what a run looked at', () => {
  const folder = folderWith({
    'a.yaml': BAD,
    'b.yaml': BAD,
    'buildspec.yml': 'version: 0.2\nphases: {build: {commands: [make]}}\n',
    'c.yaml': 'a: 1',
  })
  test('--show-files', () => {
    expect(awslint(folder, ['check', '--show-files'])).toEqual({
      code: 0,
      out: 'a.yaml  cloudformation\nb.yaml  cloudformation\nbuildspec.yml  buildspec\n',
      err: '',
    })
  })
  test('--statistics: behind the text, beside everything else', () => {
    const counts = `2  error    ${RULE} (2 files)\n`
    expect(awslint(folder, ['check', '--statistics']).out).toMatch(/\n\n2 {2}error/)
    const { out, err } = awslint(folder, ['check', '--statistics', '--format', 'json'])
    expect(JSON.parse(out).summary.errors).toBe(2)
    expect(err).toBe(counts)
  })
  test('rule ids are links where the terminal has them', () => {
    const links = (env: Record<string, string>) =>
      awslint(folder, ['check', 'a.yaml'], { env }).out.includes('\u001b]8;;https://github.com/awslint')
    expect([links({ FORCE_HYPERLINK: '1' }), links({ FORCE_HYPERLINK: '0' }), links({ TERM_PROGRAM: 'vscode' })]).toEqual([
      true,
      false,
      false,
    ])
  })
})
