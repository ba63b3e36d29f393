import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awslint, BAD, folderWith, GOOD } from '../support/cli.ts'

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

describe('several reports at once', () => {
  test('each goes into its file, one to standard output', () => {
    const folder = folderWith({ 'bad.yaml': BAD })
    const { code, out, err } = awslint(folder, [
      'check',
      '-f',
      'json:a:b.json',
      '-f',
      'compact',
      '--format',
      'checkstyle:out.xml',
      'bad.yaml',
    ])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^bad\.yaml:1:1: error: .*\n$/)
    expect(JSON.parse(read(folder, 'a:b.json')).summary.errors).toBe(1)
    expect(read(folder, 'out.xml')).toContain('<file name="bad.yaml">')
  })
  test('without a plain one standard output stays empty', () => {
    const folder = folderWith({ 'bad.yaml': BAD })
    expect(awslint(folder, ['check', '-f', 'text:report.txt', 'bad.yaml'], { env: { FORCE_COLOR: '1', FORCE_HYPERLINK: '1' } }).out).toBe(
      '',
    )
    expect(read(folder, 'report.txt')).toMatch(/^bad\.yaml\n\n {2}1:1 {2}error/)
    expect(read(folder, 'report.txt')).not.toContain('\u001b')
  })
  test('a single one goes where --output says', () => {
    const folder = folderWith({ 'bad.yaml': BAD })
    awslint(folder, ['check', '-f', 'gitlab', '--output', 'gl.json', 'bad.yaml'])
    expect(JSON.parse(read(folder, 'gl.json'))).toHaveLength(1)
  })
  test('where one cannot be written the run ends with 2', () => {
    const folder = folderWith({ 'bad.yaml': BAD })
    const { code, err } = awslint(folder, ['check', '-f', 'json:no/such/a.json', 'bad.yaml'])
    expect(code).toBe(2)
    expect(err).toContain('the report cannot be written to no/such/a.json')
  })
})

describe('the job summary of GitHub Actions', () => {
  test('is added to what is there, as Markdown', () => {
    const folder = folderWith({ 'bad.yaml': BAD, 'summary.md': '' })
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') }
    appendFileSync(env.GITHUB_STEP_SUMMARY, 'Before.\n')
    expect(awslint(folder, ['check', '-f', 'github', 'bad.yaml'], { env }).out).toMatch(/^::error file=bad\.yaml,line=1,/)
    expect(read(folder, 'summary.md')).toMatch(/^Before\.\n## awslint: 1 error in 1 file\n\n### bad\.yaml\n/)
  })
  test('is of the format github only', () => {
    const folder = folderWith({ 'good.yaml': GOOD })
    awslint(folder, ['check', '-f', 'compact', 'good.yaml'], { env: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') } })
    expect(existsSync(join(folder, 'summary.md'))).toBe(false)
  })
  test('that cannot be written changes nothing else', () => {
    const folder = folderWith({ 'good.yaml': GOOD })
    mkdirSync(join(folder, 'summary.md'))
    const { code, err } = awslint(folder, ['check', '-f', 'github', 'good.yaml'], {
      env: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
    })
    expect(code).toBe(0)
    expect(err).toContain('the job summary cannot be written')
  })
})
