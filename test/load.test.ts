/** Compiled code that is kept between runs never changes what a run says. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../src/dev/groups.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'awslint-code-cache-'))
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => !path.includes('.code-cache') })
  cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'template.yaml'), 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\nFoo: 1\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(): { stdout: string; status: number | null; stderr: string } {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['bin/awslint.js', 'check', '--format', 'json', 'template.yaml'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return { stdout, status, stderr }
}

const caches = (): string => join(folder, 'dist', '.code-cache')

test('the second run says what the first said', () => {
  const first = run()
  expect(first).toMatchObject({ status: 1, stderr: '' })
  const [version] = readdirSync(caches())
  expect(readdirSync(join(caches(), version as string)).length).toBeGreaterThan(2)
  expect(run()).toEqual(first)
})

test('a damaged cache is not used, and one that cannot be written does no harm', () => {
  const first = run()
  const [version] = readdirSync(caches())
  for (const name of readdirSync(join(caches(), version as string))) writeFileSync(join(caches(), version as string, name), 'no code')
  expect(run()).toEqual(first)
  rmSync(caches(), { recursive: true })
  writeFileSync(caches(), 'a file where the folder should be')
  expect(run()).toEqual(first)
  rmSync(caches())
  mkdirSync(caches())
  expect(existsSync(caches())).toBe(true)
})
