/** `--watch` says again what there is to say, when it has changed. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { awslint, BAD, BIN, folderWith, GOOD } from '../support/cli.ts'

test('checks again when a file changes', { timeout: 60_000 }, async () => {
  const folder = folderWith({ 'a.yaml': GOOD })
  const child = spawn(process.execPath, [BIN, 'check', '--watch', '--quiet', '--output', 'report.txt'], { cwd: folder })
  let said = ''
  const waits = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (said.split('waiting for changes').length > count) resolve()
      }
      child.stderr.on('data', (chunk: Buffer) => {
        said += String(chunk)
        look()
      })
      look()
    })
  try {
    await waits(1)
    const again = waits(2)
    writeFileSync(join(folder, 'a.yaml'), BAD)
    await again
    expect(awslint(folder, ['check', '--quiet']).out).toContain('template/unknown-section')
    expect(child.exitCode).toBeNull()
  } finally {
    child.kill('SIGINT')
  }
})

test('standard input does not change', () => {
  expect(awslint(folderWith({}), ['check', '-', '--watch'], { input: GOOD })).toMatchObject({ code: 2, out: '' })
})
