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

test('--no-project and standard input look at the document only', () => {
  const folder = folderWith({ 'appspec.yml': APPSPEC, 'scripts/install.sh': '#!/bin/sh\n' })
  expect(rulesIn(checked(folder, ['appspec.yml', '--no-project']))).toEqual([])
  expect(rulesIn(checked(folder, ['-', '--stdin-filename', 'appspec.yml'], { input: APPSPEC }))).toEqual([])
})
