import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import pkg from '../../package.json'
import { atLeast, KINDS, type Kind, lint, SEVERITIES, type Severity } from '../core.ts'
import { type Candidate, decode, discover, mayBeOurs, printed, readText, UsageError } from '../node/files.ts'
import { builtRules } from '../node/rules.ts'
import { json } from '../report/json.ts'
import type { FileReport, Reporter, RunReport } from '../report/report.ts'
import { sarif } from '../report/sarif.ts'
import { text } from '../report/text.ts'
import { finish, UserError, wantsColor } from './terminal.ts'

const REPORTERS: Readonly<Record<string, Reporter>> = { text, json, sarif }

interface CheckOptions {
  readonly format: string
  readonly output?: string
  readonly kind?: Kind
  readonly failOn: Severity | 'never'
  readonly level: Severity
  readonly quiet?: boolean
  readonly color?: boolean
  readonly stdinFilename?: string
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Check files, folders and globs; without any, the current folder.')
    .argument('[paths...]', 'files, folders or globs; "-" reads standard input')
    .addOption(new Option('-f, --format <format>', 'how to report').choices(Object.keys(REPORTERS)).default('text'))
    .option('-o, --output <file>', 'write the report to a file instead of the terminal')
    .addOption(new Option('--kind <kind>', 'what the files are, instead of telling from their content').choices(KINDS))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 at findings of this severity or worse')
        .choices([...SEVERITIES, 'never'])
        .default('error'),
    )
    .addOption(new Option('--level <severity>', 'report findings of this severity or worse').choices(SEVERITIES).default('warning'))
    .option('-q, --quiet', 'print findings only: no excerpts, no summary')
    .option('--color', 'colour the output even when it goes to no terminal')
    .option('--no-color', 'never colour the output')
    .option('--stdin-filename <name>', 'the name to report for standard input')
    .addHelpText(
      'after',
      `
Examples:
  awslint check template.yaml
  awslint check                                   every document below this folder
  awslint check "stacks/**/*.yaml" --level info
  awslint check --format sarif --output awslint.sarif
  cat appspec.yml | awslint check - --stdin-filename appspec.yml

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, unreadable input or a fault of awslint.`,
    )
    .action((paths: string[], options: CheckOptions) => check(paths, options))
}

function check(paths: readonly string[], options: CheckOptions): void {
  const began = performance.now()
  const cwd = process.cwd()
  const rules = builtRules()
  const files: FileReport[] = []
  const unreadable: { path: string; message: string }[] = []
  let skipped = 0

  const lintOne = (content: string, path: string): FileReport => ({
    path,
    report: lint(content, path, { rules, level: options.level, ...(options.kind ? { kind: options.kind } : {}) }),
  })

  const readStdin = paths.includes('-')
  if (readStdin) files.push(lintOne(decode(readAllStdin()), options.stdinFilename ?? '<stdin>'))
  const named = paths.filter((path) => path !== '-')
  for (const candidate of readStdin && named.length === 0 ? [] : candidates(named, cwd)) {
    let content: string
    try {
      content = readText(candidate.absolute)
    } catch (error) {
      unreadable.push({ path: candidate.path, message: plainError(error) })
      continue
    }
    if (!candidate.named && !options.kind && !mayBeOurs(candidate.path, content)) {
      skipped++
      continue
    }
    const file = lintOne(content, candidate.path)
    if (file.report.kind === null) {
      skipped++
      if (!candidate.named) continue
    }
    files.push(file)
  }

  const only = files.length === 1 && unreadable.length === 0 && named.length + Number(readStdin) === 1 ? files[0] : undefined
  if (only?.report.kind === null) {
    throw new UserError(
      `${only.path} is no CloudFormation or SAM template, AppSpec or buildspec that awslint can recognise; if it is one, say which with --kind ${KINDS.join('|')}`,
    )
  }

  const failures = files.flatMap(({ path, report }) => report.failures.map((failure) => ({ ...failure, path })))
  const { failOn } = options
  const found = failOn !== 'never' && files.some(({ report }) => report.findings.some((finding) => atLeast(finding.severity, failOn)))
  const exitCode = unreadable.length || failures.length ? 2 : found ? 1 : 0
  const run: RunReport = { version: pkg.version, files, skipped, unreadable, failures, milliseconds: performance.now() - began, exitCode }

  for (const { path, message } of unreadable) process.stderr.write(`awslint: ${path} cannot be read: ${message}\n`)
  for (const { rule, path, message } of failures) {
    process.stderr.write(
      `awslint: the rule ${rule} failed on ${path} (${message}); this is a fault of awslint: please report it with the file at ${pkg.bugs.url}\n`,
    )
  }
  const report = (REPORTERS[options.format] as Reporter)(run, {
    color: options.output === undefined && wantsColor(options.color),
    quiet: options.quiet === true,
  })
  if (options.output === undefined) process.stdout.write(report)
  else writeWhole(resolve(cwd, options.output), report)
  finish(exitCode)
}

function candidates(paths: readonly string[], cwd: string): Candidate[] {
  try {
    return discover(paths, cwd)
  } catch (error) {
    if (error instanceof UsageError) throw new UserError(error.message)
    throw error
  }
}

function readAllStdin(): Buffer {
  try {
    return readFileSync(0)
  } catch (error) {
    throw new UserError(`standard input cannot be read: ${plainError(error)}`)
  }
}

/** Written beside and renamed, so that a full disk leaves the old file and never half a report. */
function writeWhole(path: string, content: string): void {
  const existing = statSync(path, { throwIfNoEntry: false })
  if (existing && !existing.isFile() && !existing.isDirectory()) {
    writeFileSync(path, content) // /dev/stdout, a pipe
    return
  }
  const partial = `${path}.${process.pid}.partial`
  try {
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (error) {
    try {
      rmSync(partial, { force: true })
    } catch {} // the first error is the one to tell
    throw new UserError(`the report cannot be written to ${printed(path, process.cwd())}: ${plainError(error)}`)
  }
}

function plainError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOSPC':
      return 'the disk is full'
    default:
      return message ?? String(error)
  }
}
