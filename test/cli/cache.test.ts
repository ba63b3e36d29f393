/** A kept report is what a run would say now, and nothing else. */
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BAD, checked, folderWith, GOOD } from '../support/cli.ts'

const APPSPEC = `version: 0.0
os: linux
hooks:
  AfterInstall:
    - location: scripts/install.sh
`

/** A run with a cache of its own, and one without any. */
function both(folder: string, cacheHome: string) {
  const env = { XDG_CACHE_HOME: cacheHome }
  const said = (args: readonly string[]) => JSON.stringify(checked(folder, args, { env }).files)
  return { cached: said(['.', '--cache', '--level', 'info']), fresh: said(['.', '--level', 'info']) }
}

test('says the same, whatever changes meanwhile', () => {
  const folder = folderWith({
    'a.yaml': BAD,
    'b.yaml': `Foo: 1 # awslint-disable-line -- for now\n${GOOD}`,
    'appspec.yml': APPSPEC,
    'scripts/install.sh': '#!/bin/sh\n',
  })
  const home = folderWith({})
  const same = (): string => {
    const { cached, fresh } = both(folder, home)
    expect(cached).toBe(fresh)
    return cached
  }
  const first = same()
  expect(same()).toBe(first)
  expect(readdirSync(join(home, 'awslint/reports'))).toHaveLength(3)

  appendFileSync(join(folder, 'a.yaml'), 'Bar: 1\n')
  const second = same()
  expect(second).not.toBe(first)
  appendFileSync(join(folder, 'appspec.yml'), '    - location: scripts/migrate.sh\n')
  const third = same()
  expect(third).toContain('project/hook-script-missing')
  writeFileSync(join(folder, 'scripts/migrate.sh'), '#!/bin/sh\n')
  expect(same()).not.toContain('project/hook-script-missing')
  writeFileSync(join(folder, '.awslint.yaml'), 'rules: { template/*: off }\n')
  expect(same()).not.toBe(third)
})

test('a run without the files around it is none for a run with them, and given parameters are not those of a configuration', () => {
  const folder = folderWith({
    'appspec.yml': `${APPSPEC}    - location: scripts/migrate.sh\n`,
    'scripts/install.sh': '#!/bin/sh\n',
    'a.yaml': `Parameters:\n  Stage: { Type: String }\n  Other: { Type: String }\n${GOOD}Outputs:\n  O: { Value: !Sub "\${Stage}\${Other}" }\n`,
  })
  const env = { XDG_CACHE_HOME: folderWith({}) }
  const found = (...args: string[]): string => JSON.stringify(checked(folder, ['.', '--cache', ...args], { env }).files)
  expect(found('--no-project')).not.toContain('project/hook-script-missing')
  expect(found()).toContain('project/hook-script-missing')
  expect(found('--no-project')).not.toContain('project/hook-script-missing')
  writeFileSync(join(folder, '.awslint.yaml'), 'parameters: { Stage: dev }\n')
  expect(found()).not.toContain('parameter/missing-input')
  expect(found('--parameter', 'Stage=dev')).toContain('parameter/missing-input')
})

test('a damaged cache is none', () => {
  const folder = folderWith({ 'a.yaml': BAD })
  const home = folderWith({})
  const { fresh } = both(folder, home)
  for (const name of readdirSync(join(home, 'awslint/reports'))) writeFileSync(join(home, 'awslint/reports', name), '{"key":')
  expect(both(folder, home).cached).toBe(fresh)
})

test('without a place to keep anything it only takes longer', () => {
  const folder = folderWith({ 'a.yaml': BAD })
  const env = { XDG_CACHE_HOME: '', HOME: '', USERPROFILE: '' }
  expect(checked(folder, ['a.yaml', '--cache'], { env })).toMatchObject({ code: 1, err: '', paths: ['a.yaml'] })
  expect(readdirSync(folder)).toEqual(['a.yaml'])
})
