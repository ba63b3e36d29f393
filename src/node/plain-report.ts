import { type DocumentReport, Lines, type Rule, type RuleSource, withoutNodes } from '../core.ts'

/** What there is to say about a document as plain values, to be kept in a file or handed from one thread to another. */
export interface PlainReport extends Pick<DocumentReport, 'kind' | 'findings' | 'failures'> {
  readonly name: string
  readonly format: 'yaml' | 'json'
  /** Empty where nothing is to be shown of it: the texts of thousands of files would fill the memory. */
  readonly text: string
  /** Findings that the document silences, and the reason that it gives. */
  readonly suppressed: readonly { readonly finding: DocumentReport['findings'][number]; readonly reason?: string }[]
  /** The ids of the rules that ran. */
  readonly rules: readonly string[]
  readonly parts: readonly PlainReport[]
}

export function plain({ name, kind, source, findings, suppressed, failures, rules, parts }: DocumentReport): PlainReport {
  return {
    name,
    kind,
    format: source.format,
    text: findings.length || suppressed.length ? source.text : '',
    findings: findings.map(withoutNodes),
    suppressed: suppressed.map(({ finding, by: { reason } }) => ({ finding: withoutNodes(finding), ...(reason ? { reason } : {}) })),
    failures,
    rules: rules.map(({ id }) => id),
    parts: parts.map(plain),
  }
}

/** The report again, as far as it is shown: without its tree. */
export function revived({ text, format, suppressed, rules, parts, ...of }: PlainReport, from: RuleSource): DocumentReport {
  let lines: Lines | undefined
  return {
    ...of,
    source: {
      name: of.name,
      text,
      format,
      get lines() {
        lines ??= new Lines(text)
        return lines
      },
      root: null,
      problems: [],
    },
    suppressed: suppressed.map(({ finding, reason }) => ({ finding, by: { reason } })),
    parts: parts.map((part) => revived(part, from)),
    /** Loaded when a report describes them. */
    get rules() {
      return rules.flatMap((id) => ruleOf(id, from) ?? [])
    },
  }
}

const known = new WeakMap<RuleSource, Map<string, Rule>>()

function ruleOf(id: string, from: RuleSource): Rule | undefined {
  let rules = known.get(from)
  if (!rules) {
    rules = new Map()
    known.set(from, rules)
  }
  if (!rules.has(id)) {
    const entry = from.manifest.find((one) => one.id === id)
    for (const rule of entry ? from.load(entry.chunk) : []) rules.set(rule.id, rule)
  }
  return rules.get(id)
}
