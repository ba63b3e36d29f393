/** The files around a document: what is there, what is not, and what nobody can know. */
import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectAround } from '../../src/node/project.ts'
import { folderWith } from '../support/cli.ts'

const around = (folder: string, document = 'app/appspec.yml') => projectAround(join(folder, document))

describe('what is at a path', () => {
  const folder = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'dist/\n*.jar\n',
    'secret.txt': '',
    'app/appspec.yml': '',
    'app/scripts/start.sh': '#!/bin/sh\n',
    'app/.gitignore': 'local.env\n',
  })
  const project = around(folder)
  test.each([
    ['scripts/start.sh', 'file'],
    ['scripts', 'folder'],
    ['', 'folder'],
    ['./scripts/../scripts/start.sh', 'file'],
    ['../secret.txt', 'file'],
    ['scripts/stop.sh', 'missing'],
    ['scripts/start.sh/more', undefined],
    ['no/such/folder', 'missing'],
  ])('%j is %j', (path, type) => {
    expect(project.typeOf(path)).toBe(type)
  })
  test.each(['Scripts/start.sh', 'scripts/START.sh'])('%j is missing: case counts on every file system', (path) => {
    expect(project.typeOf(path)).toBe('missing')
  })
  test.each(['dist', 'dist/app.js', 'shop.jar', 'lib/shop.jar', 'local.env'])('%j is unknown: Git ignores it', (path) => {
    expect(project.typeOf(path)).toBeUndefined()
  })
  test.each(['../..', '../../etc/passwd', '../../../../../../etc/passwd'])('%j is unknown: it is outside', (path) => {
    expect(project.typeOf(path)).toBeUndefined()
    expect(project.read(path)).toBeUndefined()
    expect(project.list(path)).toBeUndefined()
  })
  test('the names of a folder', () => {
    expect(project.list('scripts')).toEqual(['start.sh'])
    expect(project.list('nowhere')).toBeUndefined()
    expect(project.list('scripts/start.sh')).toBeUndefined()
  })
})

test('without a repository the folder of the document is all there is', () => {
  const folder = folderWith({ 'app/appspec.yml': '', 'app/a.sh': '', 'b.sh': '' })
  expect(around(folder).typeOf('a.sh')).toBe('file')
  expect(around(folder).typeOf('../b.sh')).toBeUndefined()
})

test('a document that is not there has nothing around it', () => {
  expect(projectAround('/no/such/folder/appspec.yml').typeOf('a.sh')).toBeUndefined()
})

describe.skipIf(process.platform === 'win32')('links', () => {
  const folder = folderWith({ 'out/secret.txt': 'x', 'repo/.git/HEAD': '', 'repo/appspec.yml': '', 'repo/real.sh': '#!/bin/sh\n' })
  symlinkSync('real.sh', join(folder, 'repo/link.sh'))
  symlinkSync('../out', join(folder, 'repo/out'))
  symlinkSync('nowhere', join(folder, 'repo/dangling.sh'))
  symlinkSync('repo', join(folder, 'alias'))
  const project = around(folder, 'repo/appspec.yml')
  test('within the repository are followed', () => {
    expect(project.typeOf('link.sh')).toBe('file')
    expect(project.read('link.sh')).toBe('#!/bin/sh\n')
    expect(around(folder, 'alias/appspec.yml').typeOf('real.sh')).toBe('file')
  })
  test('out of the repository are not', () => {
    expect(project.typeOf('out')).toBeUndefined()
    expect(project.typeOf('out/secret.txt')).toBeUndefined()
    expect(project.read('out/secret.txt')).toBeUndefined()
  })
  test('to nowhere lead to nothing', () => {
    expect(project.typeOf('dangling.sh')).toBe('missing')
  })
})

describe('the text of a file', () => {
  const folder = folderWith({
    'app/crlf.sh': '#!/bin/sh\r\n',
    'app/binary': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]),
    'app/large.sh': '#'.repeat(1024 * 1024 + 1),
    'app/empty.sh': '',
  })
  const project = around(folder)
  test('is read as it is', () => {
    expect(project.read('crlf.sh')).toBe(process.platform === 'win32' ? '#!/bin/sh\n' : '#!/bin/sh\r\n')
    expect(project.read('empty.sh')).toBe('')
  })
  test.each(['binary', 'large.sh', 'nothing.sh', ''])('%j has none', (path) => {
    expect(project.read(path)).toBeUndefined()
  })
  test.skipIf(process.platform === 'win32')('a pipe is not waited for', () => {
    execFileSync('mkfifo', [join(folder, 'app/pipe')])
    expect(around(folder).read('pipe')).toBeUndefined()
    expect(around(folder).typeOf('pipe')).toBeUndefined()
  })
})

test.skipIf(process.platform === 'win32')('whether a file may be executed', () => {
  const folder = folderWith({ 'app/yes.sh': '', 'app/no.sh': '' })
  chmodSync(join(folder, 'app/yes.sh'), 0o755)
  chmodSync(join(folder, 'app/no.sh'), 0o644)
  expect(around(folder).isExecutable('yes.sh')).toBe(true)
  expect(around(folder).isExecutable('no.sh')).toBe(false)
  expect(around(folder).isExecutable('nothing.sh')).toBeUndefined()
})
