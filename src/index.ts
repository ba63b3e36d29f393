/**
 * The library: `import { lint, lintFiles, defineRule, rules } from 'awslint-cli'`. It prints nothing, and ends no process.
 */
import { resolve } from 'node:path'
import pkg from '../package.json'
import {
  atLeast,
  lint as coreLint,
  type DocumentReport,
  type Inputs,
  type Kind,
  type LintOptions,
  type ManifestEntry,
  type Project,
  type Rule,
  type RuleSource,
  type SchemaSource,
  type Severity,
} from './core.ts'
import { checkFile } from './node/checker.ts'
import { discover, repositoryRoot, withSlashes } from './node/files.ts'
import { projectAround } from './node/project.ts'
import { allRules, ownRules, pageIn } from './node/rules.ts'
import { builtSchemas, withRegistrySchemas } from './node/schemas.ts'
import { type SettingOptions, settingsReader } from './node/settings.ts'
import { countSkipped, type FileReport, type Format, type ReportOptions, type RunReport, withParts } from './report/report.ts'
import { REPORTERS } from './report/reports.ts'
import { text } from './report/text.ts'

export { atLeast, defineRule, type Finding, KINDS, type Related, type RuleDefinition, SEVERITIES, type Span } from './core.ts'
export { FORMATS } from './report/report.ts'
export type {
  DocumentReport,
  FileReport,
  Format,
  Inputs,
  Kind,
  ManifestEntry,
  Project,
  ReportOptions,
  Rule,
  RuleSource,
  RunReport,
  SchemaSource,
  Severity,
}

/** The rules that come with this package; read when they are asked for. */
export interface Rules extends RuleSource, Iterable<Rule> {
  /** Their ids, sorted; reads none of them. */
  readonly ids: readonly string[]
  get(id: string): Rule | undefined
}

const own = ownRules()
const schemas = builtSchemas()

export const rules: Rules = {
  manifest: own.manifest,
  load: (chunk) => own.load(chunk),
  ids: own.manifest.map(({ id }) => id).sort(),
  get(id) {
    const entry = own.manifest.find((one) => one.id === id)
    return entry && own.load(entry.chunk).find((rule) => rule.id === id)
  },
  [Symbol.iterator]: () => allRules(own)[Symbol.iterator](),
}

/** Everything is optional; what is not given is as on the command line without a configuration, at every severity. */
export interface LintTextOptions extends Omit<LintOptions, 'rules'> {
  /** Instead of the rules that come with this package. */
  readonly rules?: RuleSource
  /** Rules of your own, on top. */
  readonly extraRules?: readonly Rule[]
}

/**
 * Checks one document. Reads no file but rules and schemas of this package, and never throws on what a text contains.
 * @param name what it is called; decides between YAML and JSON and, with the content, what it is
 * @returns what was found, in offsets (UTF-16, the end exclusive); `source.lines.position(offset)` gives line and column
 */
export function lint(text: string, name: string, { rules: base = own, extraRules = [], ...options }: LintTextOptions = {}): DocumentReport {
  return coreLint(text, name, { schemas, ...options, rules: withRules(base, extraRules) })
}

export interface LintFilesOptions {
  /** What relative paths start from, and the report shows paths from; the working directory without. */
  readonly cwd?: string
  /** The configuration to use instead of the nearest one of each file; false for none. */
  readonly config?: string | false
  /** Whether the code of rule packs that configurations name is run. */
  readonly trustRulePacks?: boolean
  /** What the files are, instead of telling from their content. */
  readonly kind?: Kind
  /** Report this severity or worse; `warning` where no configuration says otherwise. */
  readonly level?: Severity
  /** The severity that makes `exitCode` 1; `error` where no configuration says otherwise. */
  readonly failOn?: Severity | 'never'
  /** Registry schemas of resource types of your own: files, or folders of them. */
  readonly schemas?: readonly string[]
  /** What is deployed with. */
  readonly parameters?: Readonly<Record<string, string>>
  readonly regions?: readonly string[]
  /** Rules of your own, on top. */
  readonly extraRules?: readonly Rule[]
}

/**
 * Checks files, folders and globs as `awslint check` does; the nearest configuration of each file holds.
 * @param paths the current folder without any
 * @returns what `formatReport` takes; files that cannot be read are in `unreadable`
 * @throws Error for a configuration, schema or rule pack that cannot be used
 */
export function lintFiles(paths: string | readonly string[] = [], options: LintFilesOptions = {}): RunReport {
  const began = Date.now()
  const cwd = resolve(options.cwd ?? '.')
  const settingsFor = settingsReader(settingOptions(options), cwd)
  const { candidates, unreadable } = discover(typeof paths === 'string' ? [paths] : paths, cwd)
  const files: FileReport[] = []
  const pages = new Map<string, string | undefined>((options.extraRules ?? []).map((rule) => [rule.id, pageIn(rule)]))
  const passedOver: string[] = []
  let isFailing = false
  for (const candidate of candidates) {
    const { absolute, path } = candidate
    const settings = settingsFor(absolute)
    for (const [id, page] of settings.pages ?? []) pages.set(id, page)
    const outcome = checkFile(candidate, settings, ({ text, encoding }) =>
      coreLint(text, path, {
        ...settings.options,
        rules: withRules(settings.options.rules, options.extraRules ?? []),
        ...(encoding ? { encoding } : {}),
        project: projectAround(absolute),
      }),
    )
    if (outcome.is === 'unreadable') unreadable.push({ path, message: outcome.message })
    if (outcome.is !== 'unreadable' && (outcome.is !== 'checked' || outcome.report.kind === null)) passedOver.push(path)
    if (outcome.is !== 'checked') continue
    const { report } = outcome
    files.push({ path, report })
    const { failOn } = settings
    const findings = [report, ...report.parts].flatMap((one) => one.findings)
    isFailing ||= failOn !== 'never' && findings.some(({ severity }) => atLeast(severity, failOn))
  }
  const failures = files.flatMap(({ path, report }) => report.failures.map((failure) => ({ ...failure, path })))
  const checked = withParts(files)
  return {
    version: pkg.version,
    cwd: withSlashes(cwd),
    root: withSlashes(repositoryRoot(cwd)),
    files: checked,
    skipped: countSkipped(passedOver, checked),
    unreadable,
    failures,
    pages,
    milliseconds: Date.now() - began,
    exitCode: unreadable.length || failures.length ? 2 : isFailing ? 1 : 0,
  }
}

/**
 * A run as a report in one of the forms of `--format`.
 * @returns text that is safe to print, with a line break at its end unless it is empty
 */
export function formatReport(run: RunReport, format: Format, options: Partial<ReportOptions> = {}): string {
  return (format === 'text' ? text : REPORTERS[format])(run, { color: false, quiet: false, ...options })
}

/** Schemas of resource types of your own, read from their registry schemas, on top of those of AWS; for `lint`. */
export function schemasWith(paths: readonly string[]): SchemaSource {
  return withRegistrySchemas(schemas, paths)
}

function settingOptions({ config, trustRulePacks, kind, level, failOn, schemas, parameters, regions }: LintFilesOptions): SettingOptions {
  return {
    ...(config === undefined ? {} : { config }),
    ...(trustRulePacks ? { trustRulePacks } : {}),
    ...(kind ? { kind } : {}),
    ...(level ? { level } : {}),
    ...(failOn ? { failOn } : {}),
    ...(schemas ? { schema: schemas } : {}),
    ...(parameters ? { parameter: parameters } : {}),
    ...(regions ? { region: regions } : {}),
  }
}

/** One source for each pair of what it is made of: what is known of a source is kept with it. */
const combined = new WeakMap<RuleSource, WeakMap<readonly Rule[], RuleSource>>()
const EXTRA = 'extra rules'

function withRules(base: RuleSource, extra: readonly Rule[]): RuleSource {
  if (extra.length === 0) return base
  const known = combined.get(base) ?? new WeakMap<readonly Rule[], RuleSource>()
  combined.set(base, known)
  let source = known.get(extra)
  if (!source) {
    const manifest: ManifestEntry[] = [...base.manifest, ...extra.map(({ id, severity, on }) => ({ id, severity, on, chunk: EXTRA }))]
    source = { manifest, load: (chunk) => (chunk === EXTRA ? extra : base.load(chunk)) }
    known.set(extra, source)
  }
  return source
}
