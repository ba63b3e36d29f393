import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import pkg from '../../package.json'
import { atLeast, closest, KINDS, REGIONS, SEVERITIES } from '../core.ts'
import { type Concurrency, checkFiles } from '../node/check-files.ts'
import { type CheckerOptions, checkerFor, type Mend } from '../node/checker.ts'
import { type Candidate, decode, discover, MAX_BYTES, printed, reason, repositoryRoot, TooLarge, withSlashes } from '../node/files.ts'
import type { Fixer } from '../node/fix.ts'
import { pairOf } from '../node/inputs.ts'
import { type PlainReport, revived } from '../node/plain-report.ts'
import type { FileSettings } from '../node/settings.ts'
import { UserError } from '../node/user-error.ts'
import { visibleAtStart } from '../report/escape.ts'
import { countSkipped, type FileReport, type RunReport, SHOW_SUPPRESSED, withParts } from '../report/report.ts'
import { statistics } from '../report/statistics.ts'
import { formatOption, type OutputOptions, outputsOf, writeReports } from './outputs.ts'
import { effectiveConfig } from './print-config.ts'
import { Progress } from './progress.ts'
import { complain, finish, print, printLines, showsProgress, tell } from './terminal.ts'

interface CheckOptions extends CheckerOptions, OutputOptions {
  readonly concurrency?: Concurrency
  readonly watch?: boolean
  readonly stdinFilename?: string
  readonly ignoreUnknown?: boolean
  readonly printConfig?: string
  readonly baseline?: string
  readonly changed?: string | true
  readonly updateBaseline?: boolean
  readonly statistics?: boolean
  readonly fix?: boolean
  readonly fixUnsafe?: boolean
  readonly fixDryRun?: boolean
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Check files, folders and globs; without any, the current folder.')
    .argument('[paths...]', 'files, folders or globs; "-" reads standard input')
    .addOption(formatOption())
    .option('-o, --output <file>', 'write the report to a file instead of the terminal')
    .addOption(new Option('--kind <kind>', 'what the files are, instead of telling from their content').choices(KINDS))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 at findings of this severity or worse (default: error)').choices([
        ...SEVERITIES,
        'never',
      ]),
    )
    .addOption(new Option('--level <severity>', 'report findings of this severity or worse (default: warning)').choices(SEVERITIES))
    .option('--ignore-unknown', 'pass over a named file that is none of ours, as hooks and editors name whatever changed')
    .option(
      '--schema <path>',
      'the registry schema of a resource type of your own, or a folder of them; can be given again',
      (path: string, before: readonly string[] | undefined) => [...(before ?? []), path],
    )
    .option('--config <file>', 'the configuration, instead of the nearest .awslint.yaml, .yml, .json or package.json of each file')
    .option('--no-config', 'use no configuration file')
    .option('--print-config <file>', 'print the configuration that holds for a file, and check nothing')
    .addOption(new Option('--rule-pack <file>', 'a module that exports rules; its code is run; repeatable').argParser(collect))
    .option('--trust-rule-packs', 'run the code of the rule packs that configuration files name')
    .option('--no-project', 'look at nothing but the documents, not at the scripts and sources that they name')
    .addOption(new Option('--parameter <key=value>', 'a parameter that you deploy with; repeatable').argParser(collectPairs))
    .option('--parameters <file>', 'the parameters that you deploy with: JSON or YAML of the AWS tools, or samconfig.toml')
    .addOption(new Option('--region <region>', 'a Region that you deploy to; repeatable').argParser(collect))
    .addOption(new Option('--as-of <date>', 'judge what AWS retires as of this day instead of the day of the tables').argParser(dayOf))
    .option('--baseline <file>', 'leave out what this file holds: findings that a repository lives with')
    .option('--update-baseline', 'write what is found now into the file of --baseline')
    .option('--changed [ref]', 'only what Git says has changed since a commit or branch (HEAD), and what names it')
    .option('--watch', 'check again whenever a file below this folder changes, until Ctrl+C')
    .option('--cache', 'keep what is found, and look again only at what has changed since')
    .addOption(
      new Option('--concurrency <threads>', 'how many threads check: a number, "auto" (default), or "off" for one').argParser(threads),
    )
    .option(
      '--report-suppressed',
      `also report what comments, metadata or the baseline silence, marked as such (${SHOW_SUPPRESSED.join(', ')})`,
    )
    .option('--statistics', 'also print how often each rule found something')
    .option('--show-files', 'print which files are checked, and as what; check nothing')
    .option('--fix', 'mend what has a safe fix, in the files themselves, and report what is left')
    .option('--fix-unsafe', 'as --fix, also where somebody should look at what comes out')
    .option('--fix-dry-run', 'print what would be mended as a diff, and change nothing')
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
  awslint check --format text --format junit:report.xml
  cat appspec.yml | awslint check - --stdin-filename appspec.yml
  awslint check -- -odd-name.yaml                 a name that begins with a dash

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, unreadable input or a fault of awslint.`,
    )
    .action((paths: string[], options: CheckOptions) => {
      const given: unknown[] = [...paths, ...Object.values(options).flat()]
      if (given.includes('')) throw new UserError('a path or the value of an option is empty (""); is a variable of the shell not set?')
      return options.watch ? watched(paths, options) : check(paths, options)
    })
}

/** Checks now, and whenever something changes. */
async function watched(paths: readonly string[], options: CheckOptions): Promise<void> {
  if (paths.includes('-')) throw new UserError('standard input does not change; name files or folders with --watch')
  const { onChange } = require('../node/watch.ts') as typeof import('../node/watch.ts')
  const cwd = process.cwd()
  const run = async (): Promise<void> => {
    try {
      await check(paths, options)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      tell(error.message)
    }
    tell('waiting for changes; Ctrl+C ends')
  }
  const written = [...outputsOf(options, cwd).map(({ path }) => path), options.updateBaseline ? options.baseline : undefined]
  await onChange(
    cwd,
    written.filter((path) => path !== undefined).map((path) => resolve(cwd, path)),
    run,
  )
}

async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  const began = Date.now()
  const cwd = process.cwd()
  const files: FileReport[] = []
  const pages = new Map<string, string | undefined>()
  const regions = new Set<string>()
  const passedOver: string[] = []
  const fixer = options.fix || options.fixUnsafe || options.fixDryRun ? fixerOf(options, cwd) : undefined
  const checker = checkerFor(fixer ? { ...options, cache: false } : options, cwd, __dirname)
  const { settingsFor } = checker
  if (options.printConfig !== undefined) {
    print(effectiveConfig(printed(resolve(cwd, options.printConfig), cwd), settingsFor(resolve(cwd, options.printConfig))))
    return
  }

  const add = (path: string, report: PlainReport, { options, pages: own }: FileSettings): void => {
    files.push({ path, report: revived(report, options.rules) })
    for (const [id, page] of own ?? []) pages.set(id, page)
    for (const region of options.inputs?.regions ?? []) regions.add(region)
  }

  const readsStdin = paths.includes('-')
  if (fixer && readsStdin) throw new UserError('what comes from standard input cannot be fixed; name the file')
  const named = paths.filter((path) => path !== '-')
  const { candidates: all, unreadable } = readsStdin && named.length === 0 ? { candidates: [], unreadable: [] } : discover(named, cwd)
  const candidates = options.changed === undefined ? all : changedOf(all, options.changed === true ? 'HEAD' : options.changed, cwd)
  const outputs = outputsOf(options, cwd)
  for (const { path } of outputs) {
    if (path !== undefined && candidates.some((candidate) => candidate.named && candidate.absolute === path))
      throw new UserError(`the report would overwrite ${printed(path, cwd)}, which is to be checked; give the report another file`)
  }

  if (readsStdin) {
    const name = options.stdinFilename ?? '<stdin>'
    const settings = settingsFor(resolve(cwd, name))
    try {
      const report = checker.text(decode(await readStdin()), name, settings)
      if (report.kind === null) passedOver.push(name)
      add(name, report, settings)
    } catch (error) {
      unreadable.push({ path: name, message: reason(error, name) })
    }
  }
  const progress = showsProgress() ? new Progress(candidates.length, complain) : undefined
  const mend: Mend | undefined =
    fixer && ((report, content, { path, absolute }, again) => fixer.mend(content, path, absolute, report, again))
  const { concurrency = 'auto' } = options
  const onProgress = (done: number): void => progress?.at(done)
  const outcomes = await checkFiles(candidates, checker, { concurrency, options, cwd, mend, onProgress })
  progress?.end()
  for (const [i, outcome] of outcomes.entries()) {
    const { path, absolute, named } = candidates[i] as Candidate
    if (outcome.is === 'unreadable') {
      unreadable.push({ path, message: outcome.message })
      continue
    }
    if (outcome.is !== 'checked' || outcome.report.kind === null) passedOver.push(path)
    const settings = settingsFor(absolute)
    if (outcome.is === 'checked') add(path, outcome.report, settings)
    else if (outcome.is === 'ignored' && named && candidates.length === 1 && !options.ignoreUnknown)
      tell(`${path} is not checked: ${settings.files[0]} ignores it; --no-config checks it all the same`)
  }

  const only = candidates.length + unreadable.length + Number(readsStdin) === 1 ? files[0] : undefined
  if (only?.report.kind === null && !options.ignoreUnknown) {
    throw new UserError(
      `${only.path} is no CloudFormation or SAM template, AppSpec or buildspec that awslint can recognise; if it is one, say which with --kind ${KINDS.join('|')}`,
    )
  }

  const failures = files.flatMap(({ path, report }) => report.failures.map((failure) => ({ ...failure, path })))
  let checked = withParts(files)
  if (options.showFiles) {
    finish(unreadable.length ? 2 : 0)
    for (const { path, message } of unreadable) tell(`${path} cannot be read: ${message}`)
    for (const { path, report } of checked) if (report.kind !== null) print(`${visibleAtStart(path)}  ${report.kind}\n`)
    return
  }
  if (options.baseline !== undefined) checked = baselined(checked, resolve(cwd, options.baseline), cwd, options.updateBaseline === true)
  else if (options.updateBaseline) throw new UserError('--update-baseline writes the file of --baseline; give it, too')
  const isFailing = checked.some(({ path, report }) => {
    const { failOn } = settingsFor(resolve(cwd, path))
    return failOn !== 'never' && report.findings.some((finding) => atLeast(finding.severity, failOn))
  })
  const exitCode = unreadable.length || failures.length || fixer?.hasFailed ? 2 : isFailing ? 1 : 0
  const run: RunReport = {
    version: pkg.version,
    cwd: withSlashes(cwd),
    root: withSlashes(repositoryRoot(cwd)),
    files: checked,
    skipped: countSkipped(passedOver, checked),
    unreadable,
    failures,
    pages,
    milliseconds: Date.now() - began,
    exitCode,
  }

  for (const { path, message } of unreadable) tell(`${path} cannot be read: ${message}`)
  for (const { rule, path, message } of failures) {
    const whose = pages.has(rule) ? 'its rule pack' : `awslint: please report it with the file at ${pkg.bugs.url}`
    tell(`the rule ${rule} failed on ${path} (${message}); this is a fault of ${whose}`)
  }
  for (const region of regions) {
    const near = REGIONS.includes(region) ? undefined : closest(region, REGIONS)
    if (near !== undefined) tell(`there is no Region "${region}" that awslint knows; did you mean "${near}"?`)
  }
  for (const line of fixer?.told ?? []) tell(line)
  if (fixer) tell(fixer.summary)
  if (options.fixDryRun) {
    finish(exitCode)
    printLines(fixer?.diff ?? '')
    return
  }
  finish(exitCode) // before printing, which may end the process
  writeReports(run, outputs, options)
  if (options.statistics) {
    const counts = statistics(run)
    if (outputs.some(({ format, path }) => format === 'text' && path === undefined)) print(counts && `\n${counts}`)
    else complain(counts)
  }
}

function fixerOf({ fixUnsafe, fixDryRun }: CheckOptions, cwd: string): Fixer {
  const { Fixer } = require('../node/fix.ts') as typeof import('../node/fix.ts')
  return new Fixer({ unsafe: fixUnsafe === true, isDry: fixDryRun === true }, cwd)
}

function changedOf(candidates: readonly Candidate[], ref: string, cwd: string): Candidate[] {
  const { onlyChanged } = require('../node/changed.ts') as typeof import('../node/changed.ts')
  try {
    return onlyChanged(candidates, ref, cwd)
  } catch (error) {
    throw new UserError((error as Error).message)
  }
}

function baselined(files: readonly FileReport[], path: string, cwd: string, update: boolean): readonly FileReport[] {
  const { withBaseline } = require('../node/baseline.ts') as typeof import('../node/baseline.ts')
  try {
    const { files: kept, told } = withBaseline(path, files, cwd, update)
    for (const line of told) tell(line)
    return kept
  } catch (error) {
    throw new UserError(reason(error, path))
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > MAX_BYTES) throw new TooLarge(size)
  }
  return Buffer.concat(chunks)
}

/** A day as `2027-03-31`. */
function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) {
    throw new InvalidArgumentError('it must be a day, as 2027-03-31.')
  }
  return text
}

function threads(text: string): Concurrency {
  if (text === 'auto' || text === 'off') return text
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('it must be a number from 1, "auto" or "off".')
  return Number(text)
}

const collect = (one: string, sofar: readonly string[] = []): readonly string[] => [...sofar, one]

function collectPairs(text: string, sofar: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const pair = pairOf(text)
  if (!pair) throw new InvalidArgumentError('it must be a name and a value, as Stage=prod.')
  return { ...sofar, [pair[0]]: pair[1] }
}
