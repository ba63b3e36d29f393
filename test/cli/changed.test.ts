/** --changed: what Git says has changed, and what depends on it. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { awslint, checked, folderWith, GOOD } from '../support/cli.ts'

const nested = (url: string) => `Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ${url}}\n`
const FILES = {
  'top.yaml': nested('./mid/mid.yaml'),
  'mid/mid.yaml': nested('../leaf.yaml'),
  'leaf.yaml': GOOD,
  'other.yaml': GOOD,
  'app/template.yaml': `Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: src, Handler: a.b, Runtime: nodejs22.x}\n`,
  'app/src/a.js': '1',
}

function committed(files: Readonly<Record<string, string>> = FILES) {
  const folder = folderWith(files)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: folder })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', 'all')
  const paths = (...args: string[]) => checked(folder, ['--changed', ...args]).paths
  return { folder, git, paths, write: (name: string, text: string) => writeFileSync(join(folder, name), text) }
}

test('nothing changed, nothing checked', () => {
  const { folder } = committed()
  expect(awslint(folder, ['check', '--changed'])).toMatchObject({ code: 0, out: expect.stringContaining('nothing to check') })
})

test('what has changed, and the templates that name it, through others too', () => {
  const { write, paths } = committed()
  write('leaf.yaml', `${GOOD}# new\n`)
  expect(paths()).toEqual(['leaf.yaml', 'mid/mid.yaml', 'top.yaml'])
})

test('code of a function, untracked files, removed files', () => {
  const { folder, write, paths } = committed()
  write('app/src/b.js', '2')
  write('new.yaml', GOOD)
  expect(paths()).toEqual(['app/template.yaml', 'new.yaml'])
  rmSync(join(folder, 'app/src/b.js'))
  rmSync(join(folder, 'leaf.yaml'))
  expect(paths()).toEqual(['mid/mid.yaml', 'new.yaml', 'top.yaml'])
})

test('a branch: since it was left, not what the other side has done', () => {
  const { git, write, paths } = committed()
  git('checkout', '-q', '-b', 'work')
  write('other.yaml', `${GOOD}# mine\n`)
  git('commit', '-q', '-am', 'mine')
  git('checkout', '-q', 'main')
  write('leaf.yaml', `${GOOD}# theirs\n`)
  git('commit', '-q', '-am', 'theirs')
  git('checkout', '-q', 'work')
  expect(paths()).toEqual([])
  expect(paths('main')).toEqual(['other.yaml'])
})

test('a configuration that has changed means all below it', () => {
  const { write, paths } = committed()
  write('mid/.awslint.yaml', 'level: warning\n')
  expect(paths()).toEqual(['mid/mid.yaml'])
})

test('before the first commit all is new', () => {
  const folder = folderWith({ 'a.yaml': GOOD })
  execFileSync('git', ['init', '-q'], { cwd: folder })
  expect(checked(folder, ['--changed']).paths).toEqual(['a.yaml'])
})

test.each([
  ['nope', 'Git knows no commit or branch "nope"'],
  ['--output=x', 'Git knows no commit or branch "--output=x"'],
])('%s is refused', (ref, message) => {
  const { code, err } = awslint(committed({ 'a.yaml': GOOD }).folder, ['check', `--changed=${ref}`])
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('no repository', () => {
  const { code, err } = awslint(folderWith({ 'a.yaml': GOOD }), ['check', '--changed'])
  expect(code).toBe(2)
  expect(err).toContain('--changed asks Git, which says: fatal: not a git repository')
})
