import { appendFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { listOf } from '../core.ts'
import { printed, reason } from '../node/files.ts'
import { replaceFile } from '../node/replace-file.ts'
import { UserError } from '../node/user-error.ts'
import { FORMATS, type Format, type Reporter, type RunReport, SHOW_SUPPRESSED } from '../report/report.ts'
import { text } from '../report/text.ts'
import { print, tell, wantsColor, wantsLinks } from './terminal.ts'

export interface OutputOptions {
  readonly format?: readonly Asked[]
  readonly output?: string
  readonly quiet?: boolean
  readonly color?: boolean
  readonly reportSuppressed?: boolean
}

/** `sarif:out.sarif`, or `text` alone. */
interface Asked {
  readonly format: Format
  readonly file?: string
}

/** One report of a run. */
export interface Output {
  readonly format: Format
  /** Where it goes, absolute; to standard output without. */
  readonly path?: string
}

export function formatOption(): Option {
  const option = new Option('-f, --format <format[:file]>', 'how to report, and into which file; repeatable (default: text)')
  option.choices(FORMATS).argParser((word: string, before: readonly Asked[] = []): readonly Asked[] => {
    const colon = word.indexOf(':')
    const name = colon < 0 ? word : word.slice(0, colon)
    const format = FORMATS.find((one) => one === name)
    if (!format) throw new InvalidArgumentError(`Allowed choices are ${FORMATS.join(', ')}.`)
    const file = word.slice(colon + 1)
    if (colon >= 0 && file === '') throw new InvalidArgumentError(`It names no file; write ${format}:FILE, or ${format} alone.`)
    return [...before, colon < 0 ? { format } : { format, file }]
  })
  return option
}

/** What is to be written where. */
export function outputsOf(
  { format: asked = [{ format: 'text' }], output, reportSuppressed }: OutputOptions,
  cwd: string,
): readonly Output[] {
  if (reportSuppressed && !asked.some(({ format }) => SHOW_SUPPRESSED.includes(format)))
    throw new UserError(
      `--report-suppressed: ${listOf(
        asked.map(({ format }) => format),
        'and',
      )} cannot tell what is silenced; ${listOf(SHOW_SUPPRESSED, 'and')} can`,
    )
  const toFile = (format: Format, file: string): Output =>
    ['-', '/dev/stdout'].includes(file) ? { format } : { format, path: resolve(cwd, file) }
  const outputs = asked.map(({ format, file }) => (file === undefined ? { format } : toFile(format, file)))
  if (output !== undefined) {
    const [only] = asked
    if (asked.length > 1 || only?.file !== undefined)
      throw new UserError('--output is for a single report; give several their files as --format sarif:FILE --format junit:FILE')
    return [toFile(only?.format ?? 'text', output)]
  }
  if (outputs.filter(({ path }) => path === undefined).length > 1)
    throw new UserError('only one report can go to standard output; give the others a file: --format sarif:FILE')
  const paths = outputs.flatMap(({ path }) => path ?? [])
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice !== undefined) throw new UserError(`two reports would be written to ${printed(twice, cwd)}; give each its own file`)
  return outputs
}

/** Files first: printing may end the process. */
export function writeReports(run: RunReport, outputs: readonly Output[], options: OutputOptions): void {
  const written = (format: Format, toTerminal: boolean): string =>
    reporterOf(format)(run, {
      color: toTerminal && wantsColor(options.color),
      quiet: options.quiet === true,
      suppressed: options.reportSuppressed === true,
      links: toTerminal && wantsLinks(),
    })
  for (const { format, path } of outputs) if (path !== undefined) write(path, written(format, false))
  if (outputs.some(({ format }) => format === 'github')) summarize(run, process.env['GITHUB_STEP_SUMMARY'])
  for (const { format, path } of outputs) if (path === undefined) print(written(format, true))
}

const reports = () => require('../report/reports.ts') as typeof import('../report/reports.ts')
const reporterOf = (format: Format): Reporter => (format === 'text' ? text : reports().REPORTERS[format])

/** The summaries of a step may have 1 MiB of UTF-8; a code unit takes three bytes of it at most. */
const SUMMARY_LENGTH = 340_000

/** Adds the job summary of GitHub Actions to the file that the runner names. */
function summarize(run: RunReport, path: string | undefined): void {
  if (!path) return
  try {
    appendFileSync(path, `${reports().markdownUpTo(run, SUMMARY_LENGTH)}\n`)
  } catch (error) {
    tell(`the job summary cannot be written: ${reason(error, path)}`)
  }
}

function write(path: string, content: string): void {
  try {
    replaceFile(path, content)
  } catch (error) {
    throw new UserError(`the report cannot be written to ${printed(path, process.cwd())}: ${reason(error, path)}`)
  }
}
