import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ManifestEntry, Rule, RuleSource, RuleText } from '../core.ts'
import { entriesOn, type PackedManifest, unpacked } from './manifest.ts'

/** The properties of a rule that only reports and pages show: they lie beside the chunks, in a file per group. */
export const RULE_TEXTS = ['title', 'why', 'fix', 'sources', 'notes', 'cfnLint'] as const satisfies readonly (keyof RuleText)[]

/**
 * The built rule pack: its manifest, and each chunk once it is asked for.
 * @param folder the built files
 * @param load what loads one of them, `./rules/lambda.cjs`
 */
export function builtRules(folder: string, load: (path: string) => unknown = createRequire(join(folder, 'index.cjs'))): RuleSource {
  const chunks = new Map<string, readonly Rule[]>()
  const texts = new Map<string, Readonly<Record<string, RuleText>>>()
  const textOf = (id: string): RuleText => {
    const group = id.slice(0, id.indexOf('/'))
    let ofGroup = texts.get(group)
    if (!ofGroup) {
      ofGroup = JSON.parse(readFileSync(join(folder, 'rules', `${group}.json`), 'utf8')) as Record<string, RuleText>
      texts.set(group, ofGroup)
    }
    return ofGroup[id] as RuleText
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as PackedManifest
  const entriesOf = new Map<string, readonly ManifestEntry[]>()
  let all: readonly ManifestEntry[] | undefined
  return {
    get manifest() {
      all ??= unpacked(manifest)
      return all
    },
    on(what) {
      let entries = entriesOf.get(what)
      if (!entries) {
        entries = entriesOn(manifest, what)
        entriesOf.set(what, entries)
      }
      return entries
    },
    load(chunk) {
      let rules = chunks.get(chunk)
      if (!rules) {
        rules = (load(`./rules/${chunk}.cjs`) as { rules: readonly Rule[] }).rules.map((rule) => new BuiltRule(rule, textOf))
        chunks.set(chunk, rules)
      }
      return rules
    },
  }
}

/** The rules that are built beside this file, loaded as it was loaded itself. */
export const ownRules = (): RuleSource => builtRules(__dirname, (path) => require(path))

/** A rule of a chunk, which reads what it says about itself when somebody asks. */
class BuiltRule implements Rule {
  readonly id: Rule['id']
  readonly severity: Rule['severity']
  readonly on: Rule['on']
  readonly fixes: Rule['fixes']
  readonly messages: Rule['messages']
  readonly paths: Rule['paths']
  readonly run: Rule['run']

  constructor(
    rule: Rule,
    private readonly textOf: (id: string) => RuleText,
  ) {
    this.id = rule.id
    this.severity = rule.severity
    this.on = rule.on
    this.fixes = rule.fixes
    this.messages = rule.messages
    this.paths = rule.paths
    this.run = rule.run
  }

  get title(): string {
    return this.textOf(this.id).title
  }
  get why(): string {
    return this.textOf(this.id).why
  }
  get fix(): string {
    return this.textOf(this.id).fix
  }
  get sources(): Rule['sources'] {
    return this.textOf(this.id).sources
  }
  get notes(): readonly string[] {
    return this.textOf(this.id).notes ?? []
  }
  get cfnLint(): readonly string[] {
    return this.textOf(this.id).cfnLint ?? []
  }
}

/** The first page that a rule names, as a URL in ASCII. */
export function pageIn({ sources: [source] }: Pick<Rule, 'sources'>): string | undefined {
  const text = String(source?.url)
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined
}

/** Every rule of a source, loaded, in the order of their ids. */
export function allRules(source: RuleSource): Rule[] {
  const chunks = [...new Set(source.manifest.map((entry) => entry.chunk))]
  return chunks.flatMap((chunk) => [...source.load(chunk)]).sort((a, b) => (a.id < b.id ? -1 : 1))
}
