/** `npm run new`, as it is run. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../src/dev/groups.ts'
import { refusal, scaffold, UNWRITTEN } from '../src/dev/new-rule.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'awslint-new-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/dev/new-rule.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })

test('writes a rule and two fixtures, once', () => {
  mkdirSync(join(folder, 'rules/lambda'), { recursive: true })
  writeFileSync(join(folder, 'rules/lambda/other.ts'), "on: ['AWS::Lambda::Function'],")
  const first = run('lambda/memory-out-of-range')
  expect(first.stderr).toBe('')
  expect(first.status).toBe(0)
  expect(readFileSync(join(folder, 'rules/lambda/memory-out-of-range.ts'), 'utf8')).toContain("on: ['AWS::Lambda::Function']")
  expect(readdirSync(join(folder, 'fixtures/lambda/memory-out-of-range'))).toEqual(['bad.yaml', 'good.yaml'])
  const second = run('lambda/memory-out-of-range')
  expect(second.stderr).toBe('rules/lambda/memory-out-of-range.ts exists already\n')
  expect(second.status).toBe(2)
})

test('what it writes is marked as unwritten, every file of it', () => {
  for (const on of ['template', 'appspec', 'buildspec', 'AWS::SQS::Queue'])
    for (const [path, text] of Object.entries(scaffold('a/b', on))) expect(text, path).toContain(UNWRITTEN)
})

test('refuses ids that are none and ids that are taken', () => {
  const nothing = () => false
  for (const id of ['lambda', 'Lambda/memory', 'lambda/memory_out', 'lambda/memory-', 'lambda/a/b', '../x/y', 'lambda/'])
    expect(refusal(id, nothing), id).toContain(`"${id}" is no id of a rule`)
  expect(refusal(undefined, nothing)).toContain('npm run new <group>/<defect>')
  expect(refusal('lambda/memory', nothing)).toBeUndefined()
  expect(refusal('lambda/memory', (path) => path === 'fixtures/lambda/memory')).toBe('fixtures/lambda/memory exists already')
})
