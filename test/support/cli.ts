import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { ROOT } from '../../src/dev/groups.ts'

export const BIN = join(ROOT, 'bin', 'awslint.js')

/** A template without any finding. */
export const GOOD = `AWSTemplateFormatVersion: "2010-09-09"
Description: A topic.
Resources:
  Topic:
    Type: AWS::SNS::Topic
`
/** A template with one error, in line 1. */
export const BAD = `Output: {}\n${GOOD}`
/** A buildspec with one warning, in line 6. */
export const WARNED = `version: 0.2
phases:
  build:
    commands:
      - make
pre-build: {}
`
/** YAML of somebody else. */
export const FOREIGN = 'apiVersion: v1\nkind: Service\n'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A new temporary folder with these files; removed at the end. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'awslint-test-'))
  made.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command line in a folder. */
export function awslint(cwd: string, args: readonly string[], more: { input?: string | Buffer; env?: Record<string, string> } = {}): Ran {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input: more.input ?? '',
    env: { ...env, ...more.env },
    encoding: 'utf8',
    timeout: 20_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: status, out: stdout, err: stderr }
}

/** The JSON report of a run: exit code, the paths that were looked at, and the summary. */
export function checked(cwd: string, args: readonly string[], more: Parameters<typeof awslint>[2] = {}) {
  const { code, out, err } = awslint(cwd, ['check', '--format', 'json', ...args], more)
  const { files, summary } = JSON.parse(out) as {
    files: { path: string; kind: string | null; findings: { rule: string; severity: string; line: number }[] }[]
    summary: { files: number; skipped: number; errors: number; warnings: number; infos: number }
  }
  return { code, err, files, summary, paths: files.map(({ path }) => path) }
}
