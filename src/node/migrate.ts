/** `awslint migrate` and `awslint init` on disk; a chunk of their own. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readCfnLintConfig } from '../config/cfnlintrc.ts'
import { type Counterparts, migrateConfig, migrateTemplate } from '../config/migrate.ts'
import { type Kind, kindOf, type ManifestEntry, parseSource, type Source } from '../core.ts'
import { ruleFacts } from './config.ts'
import { discover, mayBeOurs, printed, readText, reason } from './files.ts'
import { replaceFile } from './replace-file.ts'

/** What was, or with `write` would be, written; a line each. */
export interface Outcome {
  readonly done: string[]
  readonly told: string[]
  /** What could not be done. */
  readonly failed: string[]
}

const CONFIG = '.awslint.yaml'
const CFN_LINT = /^\.cfnlintrc(\.ya?ml)?$/

/** Rewrites what is written for cfn-lint in templates, and the .cfnlintrc of the working directory. */
export function migrate(
  paths: readonly string[],
  cwd: string,
  manifest: readonly ManifestEntry[],
  options: { write: boolean; force: boolean },
): Outcome {
  const facts = [...ruleFacts(manifest).values()]
  const counterparts: Counterparts = (prefix) =>
    prefix ? facts.filter(({ cfnLint }) => cfnLint.some((id) => id.startsWith(prefix))).map(({ id }) => id) : []
  const outcome: Outcome = { done: [], told: [], failed: [] }
  const { done, told, failed } = outcome
  const place = (source: Source, offset: number): string => {
    const { line, column } = source.lines.position(offset)
    return `${printed(source.name, cwd)}:${line}:${column}`
  }
  const attempt = (path: string, text: string): void => {
    if (options.write) write(path, text, cwd, outcome)
    else done.push(printed(path, cwd))
  }

  const { candidates, unreadable } = discover(paths, cwd)
  failed.push(...unreadable.map(({ path, message }) => `${path} cannot be read: ${message}`))
  for (const { absolute, path, named } of candidates) {
    if (CFN_LINT.test(basename(absolute))) continue
    try {
      const { text, encoding } = readText(absolute)
      if (encoding || !text.includes('cfn-lint')) continue
      const source = parseSource(text, absolute)
      const migration = migrateTemplate(source, counterparts)
      told.push(...migration.told.map(({ span, message }) => `${place(source, span.start)}: ${message}`))
      if (migration.text !== undefined) attempt(absolute, migration.text)
    } catch (error) {
      if (named) failed.push(`${path} cannot be read: ${reason(error, absolute)}`)
    }
  }

  const settings = ['.cfnlintrc', '.cfnlintrc.yaml', '.cfnlintrc.yml'].map((name) => join(cwd, name)).find((path) => existsSync(path))
  if (settings && (paths.length === 0 || paths.some((path) => CFN_LINT.test(basename(path))))) {
    const target = join(dirname(settings), CONFIG)
    const text = read(settings, cwd, outcome)
    if (text === undefined) return outcome
    const config = readCfnLintConfig(text, settings)
    told.push(...config.problems.map(({ span, message }) => `${place(config.source, span.start)}: ${message}`))
    if (existsSync(target) && !options.force) failed.push(`${CONFIG} exists; --force writes it anew from ${basename(settings)}`)
    else if (config.problems.length === 0) {
      const migration = migrateConfig(config, counterparts)
      told.push(...migration.told.map(({ span, message }) => `${place(config.source, span.start)}: ${message}`))
      attempt(target, migration.text)
    }
  }
  return outcome
}

/** The text of a file; undefined, and told, where it cannot be read. */
function read(path: string, cwd: string, { failed }: Outcome): string | undefined {
  try {
    return readText(path).text
  } catch (error) {
    failed.push(`${printed(path, cwd)} cannot be read: ${reason(error, path)}`)
    return undefined
  }
}

function write(path: string, text: string, cwd: string, { done, failed }: Outcome): void {
  try {
    replaceFile(path, text)
    done.push(printed(path, cwd))
  } catch (error) {
    failed.push(`${printed(path, cwd)} cannot be written: ${reason(error, path)}`)
  }
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  cloudformation: 'CloudFormation',
  sam: 'SAM',
  appspec: 'AppSpec',
  buildspec: 'buildspec',
}
/** What tools write, and hardly anybody wants to read about. */
const OUTPUTS = /^(cdk\.out|dist|build|out|target|\.serverless|vendor|third_party)$/

/** Writes a configuration for the repository that lies in a folder, and on request the entry for pre-commit. */
export function init(cwd: string, options: { preCommit: boolean; force: boolean; version: string }): Outcome {
  const outcome: Outcome = { done: [], told: [], failed: [] }
  const { told, failed } = outcome
  const counts = new Map<Kind, number>()
  const outputs = new Set<string>()
  for (const { path, absolute } of discover([], cwd).candidates) {
    try {
      const { text } = readText(absolute)
      const kind = mayBeOurs(path, text) ? kindOf(parseSource(text, path)) : null
      if (!kind) continue
      const folders = path.split('/').slice(0, -1)
      const output = folders.findIndex((name) => OUTPUTS.test(name))
      if (output >= 0) outputs.add(folders.slice(0, output + 1).join('/'))
      else counts.set(kind, (counts.get(kind) ?? 0) + 1)
    } catch {} // what cannot be read is none of ours to configure
  }
  const seen = [...counts].map(([kind, count]) => `${count} ${KIND_WORDS[kind]}`).join(', ')
  const path = join(cwd, CONFIG)
  if (existsSync(path) && !options.force) failed.push(`${CONFIG} exists; --force writes it anew`)
  else write(path, configFor(seen, [...outputs].sort()), cwd, outcome)
  if (options.preCommit) {
    const hooks = join(cwd, '.pre-commit-config.yaml')
    const text = existsSync(hooks) ? read(hooks, cwd, outcome) : 'repos:\n'
    if (text === undefined) return outcome
    if (/awslint/.test(text)) told.push('.pre-commit-config.yaml names awslint already')
    else {
      const next = withHook(text, options.version)
      if (next === undefined)
        failed.push('.pre-commit-config.yaml has no block list "repos" at its end; add the hook by hand, as the README shows')
      else write(hooks, next, cwd, outcome)
    }
  }
  if (['.cfnlintrc', '.cfnlintrc.yaml', '.cfnlintrc.yml'].some((name) => existsSync(join(cwd, name)))) {
    told.push('there is a .cfnlintrc, which is not read beside .awslint.yaml; "awslint migrate --write --force" takes over what it says')
  }
  return outcome
}

function configFor(seen: string, outputs: readonly string[]): string {
  return `# Settings of awslint: https://github.com/awslint/awslint#configuration
# yaml-language-server: $schema=https://raw.githubusercontent.com/awslint/awslint/main/src/config/awslint.schema.json
# Seen here: ${seen || 'no document yet'}.

# recommended, strict (advice counts as a warning), all (advice is reported too), or the path of another file.
extends: recommended

# Severities by rule, by group or for all: off, info, warning, error.
rules: {}

# Files that are not checked, as in .gitignore.
ignore:${outputs.length ? `\n${outputs.map((folder) => `  - ${JSON.stringify(`/${folder}/`)}`).join('\n')}` : ' []'}
`
}

/** With the hook at the end of `repos`; undefined where that is not the end of the file. */
function withHook(text: string, version: string): string | undefined {
  const { root } = parseSource(text, '.pre-commit-config.yaml')
  const last = root?.kind === 'mapping' ? root.entries.at(-1) : undefined
  if (last?.key.text !== 'repos') return undefined
  const { value } = last
  const isEmpty = value.kind === 'scalar' && value.value === null
  if (!isEmpty && (value.kind !== 'sequence' || text[value.span.start] === '[')) return undefined
  const indent = isEmpty ? '  ' : (/^([ \t]*)-[^\n]*$/m.exec(text.slice(text.indexOf('\n', last.key.span.end) + 1))?.[1] ?? '  ')
  const lines = ['- repo: https://github.com/awslint/awslint', `  rev: v${version}`, '  hooks:', '    - id: awslint']
  return `${text.replace(/\n*$/, '\n')}${lines.map((line) => `${indent}${line}\n`).join('')}`
}
