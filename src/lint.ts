import { AppSpec } from './appspec/appspec.ts'
import { Buildspec } from './buildspec/buildspec.ts'
import { embeddedBuildspecs } from './embedded.ts'
import { atLeast, compareFindings, type Finding, type Related, type Severity } from './finding.ts'
import { type Kind, kindOf } from './kind.ts'
import { policiesOf } from './policy/policy.ts'
import type { Project } from './project.ts'
import type { Offer, On, Place, Report as ReportFinding, Rule, Subject } from './rule.ts'
import type { SchemaSource } from './schema/format.ts'
import { type Fix, fixOf } from './source/edits.ts'
import { type ProblemCode, parseSource, type Source } from './source/source.ts'
import { type Node, pathOf, type Span, spanOf } from './source/tree.ts'
import { SourceTarget } from './source-target.ts'
import { machinesOf } from './statemachine/machine.ts'
import { type Suppressed, suppress } from './suppress.ts'
import { TRUE } from './template/conditions.ts'
import { type Inputs, Template } from './template/template.ts'
import { shorten } from './text.ts'
import { ALWAYS, both, canHold, either, LITERAL, type When } from './values.ts'

/** The line of the manifest for one rule: what is needed to know whether it applies, without loading it. */
export interface ManifestEntry {
  readonly id: string
  readonly severity: Severity
  readonly on: readonly On[]
  /** What it is loaded with. */
  readonly chunk: string
}

/** Where rules come from; the core never loads anything itself. */
export interface RuleSource {
  readonly manifest: readonly ManifestEntry[]
  /** The part of the manifest about one thing, for sources that have it without making the whole. */
  on?(what: On): readonly ManifestEntry[]
  /** The rules of a chunk; best the same array each time. */
  load(chunk: string): readonly Rule[]
}

export interface LintOptions {
  readonly rules: RuleSource
  /** What the bytes of the text were, when they were no UTF-8: `UTF-16`. */
  readonly encoding?: string
  /** What the document is; told from its content and name when not given. */
  readonly kind?: Kind
  /** Only rules of this severity or more serious ones run. */
  readonly level?: Severity
  /** Severities other than the rules' own; `off` keeps a rule from running. */
  readonly severityOf?: (id: string) => Severity | 'off' | undefined
  /** Only these rules run. */
  readonly only?: readonly string[]
  readonly inputs?: Inputs
  /** The files around the document, for the rules that look at what it refers to. Without it they are silent. */
  readonly project?: Project
  /** What is known of resource types; nothing is concluded about them without. */
  readonly schemas?: SchemaSource
  /** The day for which dates are judged, `2027-03-31`; each table of dates has its own otherwise. */
  readonly asOf?: string
}

/** A rule that failed; the others ran on. */
export interface Failure {
  readonly rule: string
  readonly message: string
}

/** What there is to say about one document. */
export interface DocumentReport {
  readonly name: string
  /** null for a document that is none of ours: nothing was checked. `part` for a file that a template names. */
  readonly kind: Kind | 'part' | null
  readonly source: Source
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** Findings that the document itself silences, with what silences them. */
  readonly suppressed: readonly Suppressed[]
  /** Our own failures, one a rule. */
  readonly failures: readonly Failure[]
  /** The rules that ran, loaded; for reports that describe them. */
  readonly rules: readonly Rule[]
  /** The files beside it that it names and that were looked at with it, each with findings of its own. */
  readonly parts: readonly DocumentReport[]
}

/** Checks one document. Synchronous and pure: it reads nothing but its arguments, and never throws on what a text contains. */
export function lint(text: string, name: string, options: LintOptions): DocumentReport {
  const source = parseSource(text, name, options.encoding)
  const kind = options.kind ?? kindOf(source)
  if (kind === null) return { name, kind, source, findings: [], suppressed: [], failures: [], rules: [], parts: [] }

  const run = new Run(options, source)
  // An alias alone is no problem; only rules about aliases ask for it.
  if (source.problems.length > 0 || source.root === null || source.root.kind !== 'mapping') {
    run.rules('source', new SourceTarget(source, kind))
  }
  if (source.root?.kind === 'mapping') {
    if (kind === 'appspec') run.rules('appspec', new AppSpec(source, source.root, options.project))
    else if (kind === 'buildspec') run.rules('buildspec', new Buildspec(source, source.root, ALWAYS, LITERAL, undefined, options.project))
    else {
      const template = new Template(source, source.root, kind, options)
      run.parts = template.parts
      run.rules('template', template)
      for (const resource of [...template.resources.values(), ...template.implicitApis.values()]) {
        run.rules('*', resource)
        if (resource.type.includes('::')) run.rules(resource.type as On, resource)
      }
      for (const { source: inner, host, buildspec, when } of embeddedBuildspecs(template)) {
        if (inner !== source && (inner.problems.length > 0 || !buildspec))
          run.rules('source', new SourceTarget(inner, 'buildspec', host), when)
        if (buildspec) run.rules('buildspec', buildspec, when)
      }
      for (const machine of run.wants('statemachine') ? machinesOf(template).machines : [])
        run.rules('statemachine', machine, ALWAYS, machine.part)
      for (const policy of run.wants('policy') ? policiesOf(template) : []) run.rules('policy', policy)
      for (const part of template.parts.values()) {
        const problems = part.problems.filter(({ code }) => PART_PROBLEMS.includes(code))
        if (problems.length > 0 || part.root?.kind !== 'mapping')
          run.rules('source', new SourceTarget({ ...part, problems }, 'part'), ALWAYS, part)
      }
    }
  }
  const ids = (): readonly string[] => options.rules.manifest.map(({ id }) => id)
  const { kept, suppressed, suppressions } = suppress(source, run.findings(source), run.used, ids, run.skipped)
  run.keep(source, kept)
  if (suppressions.unknown.length || suppressions.unused.length) run.rules('suppressions', suppressions)
  // What silences something in a part may be for another template that names it.
  const parts = [...run.parts].map(([path, part]): DocumentReport => {
    const { kept, suppressed } = suppress(part, run.findings(part), run.used, ids, run.skipped)
    return { name: beside(name, path), kind: 'part', source: part, findings: kept, suppressed, failures: [], rules: [], parts: [] }
  })
  return { name, kind, source, findings: run.findings(source), suppressed, failures: run.failures, rules: run.used, parts }
}

/** What is wrong with a file before it means anything, whatever reads it. */
const PART_PROBLEMS: readonly ProblemCode[] = ['syntax-error', 'duplicate-key', 'empty']

/** A path from the folder of a document as one from where the document's name starts. */
function beside(name: string, path: string): string {
  const steps = name.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

/** A rule that runs, and how it reports about what stands in the document itself under no condition. */
interface Looking {
  readonly rule: Rule
  readonly severity: Severity
  readonly report: ReportFinding
}

class Run {
  readonly #findings = new Map<string, { home: Source; finding: Finding; when: When | undefined }>()
  readonly #failures = new Map<string, Failure>()
  readonly #used = new Map<string, Rule>()
  readonly #looking = new Map<On, readonly Looking[]>()

  constructor(
    private readonly options: LintOptions,
    /** The document itself. */
    private readonly source: Source,
  ) {}

  /** The files beside the document that were read, by path. */
  parts: ReadonlyMap<string, Source> = new Map()

  /** Rules that would have looked, had the options let them. */
  readonly skipped = new Set<string>()

  /** Whether some rule looks at this. */
  wants(on: On): boolean {
    return entriesOn(this.options.rules, on).length > 0
  }

  /**
   * @param within the condition under which the target is there, where its places do not say so themselves
   * @param home the text that it stands in: the document, or one of its parts
   */
  rules(on: On, target: Subject, within: When = ALWAYS, home: Source = this.source): void {
    const isPlain = within === ALWAYS && home === this.source
    for (const { rule, severity, report } of this.#lookingAt(on)) {
      try {
        rule.run(target, isPlain ? report : this.#reporter(rule, severity, within, home))
      } catch (error) {
        if (!this.#failures.has(rule.id))
          this.#failures.set(rule.id, {
            rule: rule.id,
            message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
          })
      }
    }
  }

  /** The rules that look at this, as far as the options let them; loaded when it first comes along. */
  #lookingAt(on: On): readonly Looking[] {
    let looking = this.#looking.get(on)
    if (!looking) {
      looking = entriesOn(this.options.rules, on).flatMap((entry) => {
        const severity = this.options.severityOf?.(entry.id) ?? entry.severity
        const isWanted = severity !== 'off' && (!this.options.level || atLeast(severity, this.options.level))
        if (!isWanted || (this.options.only && !this.options.only.includes(entry.id))) {
          this.skipped.add(entry.id)
          return []
        }
        const rule = this.#rule(entry)
        if (!rule) return []
        this.#used.set(rule.id, rule)
        return [{ rule, severity, report: this.#reporter(rule, severity, ALWAYS, this.source) }]
      })
      this.#looking.set(on, looking)
    }
    return looking
  }

  /** Those in one text, in its order. */
  findings(home: Source): Finding[] {
    const own = [...this.#findings.values()].filter((one) => one.home === home)
    return own.map(({ finding, when }) => withWhen(finding, when)).sort(compareFindings)
  }

  /** Goes on with these findings of a text only. */
  keep(home: Source, findings: readonly Finding[]): void {
    for (const [identity, one] of this.#findings) if (one.home === home) this.#findings.delete(identity)
    for (const finding of findings) this.#findings.set(`kept ${this.#findings.size}`, { home, finding, when: undefined })
  }

  get failures(): Failure[] {
    return [...this.#failures.values()]
  }

  /** The rules that ran. */
  get used(): Rule[] {
    return [...this.#used.values()]
  }

  #rule({ id, chunk }: ManifestEntry): Rule | undefined {
    return byId(this.options.rules.load(chunk)).get(id)
  }

  /** The text that a node stands in, for one that stands in the document or in a part as read. */
  #homeOf(node: Node): Source | undefined {
    if (this.parts.size === 0) return this.source
    let root = node
    while (root.parent) root = root.parent
    return [this.source, ...this.parts.values()].find((source) => source.root === root)
  }

  #reporter(rule: Rule, severity: Severity, within: When, nearby: Source): ReportFinding {
    return (place, key, data, offer) => {
      const home = this.#homeOf('node' in place ? place.node : place) ?? nearby
      const { span, path, when: own, related } = placed(place, (node) => (this.#homeOf(node) ?? nearby) === home)
      const when = own ? both(own, within) : within === ALWAYS ? undefined : within
      if (when && !canHold(when)) return
      const template = rule.messages[key]
      if (template === undefined) throw new Error(`the rule has no message "${key}"`)
      const message = template.replace(/\{(\w+)\}/g, (_, name: string) => shorten(data?.[name] ?? `{${name}}`))
      const fix = offer && home === this.source ? this.#fix(rule, offer) : undefined
      const finding: Finding = { rule: rule.id, severity, message, span, path, ...(related && { related }), ...(fix && { fix }) }
      const identity = `${home.name}\n${rule.id}\n${span.start}\n${span.end}\n${path}\n${message}`
      const same = this.#findings.get(identity)
      // Found in two cases: it holds in either.
      if (same) same.when = same.when && when ? either(same.when, when) : undefined
      else this.#findings.set(identity, { home, finding, when })
    }
  }

  /** The edits for what a rule offers, which is in the document itself. */
  #fix(rule: Rule, offer: NonNullable<Offer>): Fix | undefined {
    if (!rule.fixes) throw new Error('the rule offers a fix and does not say so in `fixes`')
    const changes = 'kind' in offer ? [offer] : offer
    return changes.every((change) => change !== undefined) ? fixOf(this.source, changes, rule.fixes === 'safe') : undefined
  }
}

function withWhen(finding: Finding, when: When | undefined): Finding {
  if (!when || when.formula === TRUE || when.because.length === 0) return finding
  return { ...finding, when: when.because.join(' and ') }
}

/** @param isHere whether a node stands in the same text, where alone a related place can be shown */
function placed(
  place: Place,
  isHere: (node: Node) => boolean,
): { span: Span; path: string; when: When | undefined; related: Related[] | undefined } {
  if ('state' in place) {
    // A value that came through a function is reported where it is written; the place that it flows to is related.
    const related = place.via ? [{ message: `used as ${pathOf(place.via)}`, span: spanOf(place.via), path: pathOf(place.via) }] : undefined
    return { span: place.span, path: place.path, when: place.when, related }
  }
  if ('kind' in place) return { span: spanOf(place), path: pathOf(place), when: undefined, related: undefined }
  const related = place.related
    ?.filter(({ node }) => isHere(node))
    .map(({ node, message }) => ({ message, span: spanOf(node), path: pathOf(node) }))
  return { span: place.span ?? spanOf(place.node), path: pathOf(place.node), when: place.when, related }
}

const chunks = new WeakMap<readonly Rule[], ReadonlyMap<string, Rule>>()

/** The rules of a chunk by their ids; looked up for every document, made once. */
function byId(chunk: readonly Rule[]): ReadonlyMap<string, Rule> {
  let rules = chunks.get(chunk)
  if (!rules) {
    rules = new Map(chunk.map((rule) => [rule.id, rule]))
    chunks.set(chunk, rules)
  }
  return rules
}

const indexes = new WeakMap<RuleSource, Map<On, ManifestEntry[]>>()

/** The rules that look at something. */
function entriesOn(rules: RuleSource, on: On): readonly ManifestEntry[] {
  if (rules.on) return rules.on(on)
  let index = indexes.get(rules)
  if (!index) {
    index = new Map()
    for (const entry of rules.manifest) {
      for (const one of entry.on) {
        const list = index.get(one)
        if (list) list.push(entry)
        else index.set(one, [entry])
      }
    }
    indexes.set(rules, index)
  }
  return index.get(on) ?? []
}
