/** The files that a document names are looked at, unless the user says no or there is no folder to look in. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checked, folderWith } from '../support/cli.ts'

const APPSPEC = `version: 0.0
os: linux
hooks:
  AfterInstall:
    - location: scripts/install.sh
    - location: scripts/migrate.sh
`
const rulesIn = (run: ReturnType<typeof checked>) =>
  run.files.flatMap(({ findings }) => findings.map(({ rule, line }) => `${line} ${rule}`))

test('a script that is missing beside the document is found, wherever the command is run', () => {
  const folder = folderWith({ 'shop/appspec.yml': APPSPEC, 'shop/scripts/install.sh': '#!/bin/sh\n' })
  const expected = ['6 project/hook-script-missing']
  expect(rulesIn(checked(folder, ['shop/appspec.yml']))).toEqual(expected)
  expect(rulesIn(checked(folder, []))).toEqual(expected)
  expect(rulesIn(checked(join(folder, 'shop/scripts'), ['../appspec.yml']))).toEqual(expected)
})

test('what a build may put into the revision is not missed', () => {
  const files = { 'appspec.yml': APPSPEC.replace('scripts/migrate.sh', 'deploy/migrate.sh'), 'scripts/install.sh': '#!/bin/sh\n' }
  const missing = ['6 project/hook-script-missing']
  const buildspec = 'version: 0.2\nphases: { build: { commands: [make] } }\n'
  expect(rulesIn(checked(folderWith(files), ['appspec.yml']))).toEqual(missing)
  expect(rulesIn(checked(folderWith({ ...files, 'buildspec.yml': buildspec }), ['appspec.yml']))).toEqual([])
  expect(rulesIn(checked(folderWith({ ...files, 'buildspec.yml': buildspec, 'deploy/x.txt': '' }), ['appspec.yml']))).toEqual(missing)
})

test('--no-project and standard input look at the document only', () => {
  const folder = folderWith({ 'appspec.yml': APPSPEC, 'scripts/install.sh': '#!/bin/sh\n' })
  expect(rulesIn(checked(folder, ['appspec.yml', '--no-project']))).toEqual([])
  expect(rulesIn(checked(folder, ['-', '--stdin-filename', 'appspec.yml'], { input: APPSPEC }))).toEqual([])
})
