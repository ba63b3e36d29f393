import type { Finding } from './finding.ts'
import type { Source } from './source/source.ts'
import { at, entryOf, type Mapping, type Node, type Scalar, type Span, spanOf, walk } from './source/tree.ts'

/**
 * Findings that a document itself silences:
 *
 *   # awslint-disable-next-line lambda/memory-out-of-range -- reason
 *   Key: value # awslint-disable-line sqs/*
 *   # awslint-disable iam/full-access … # awslint-enable iam/full-access
 *   # awslint-disable-file template/hardcoded-zone
 *
 * and, where comments cannot stand, `Metadata: { awslint: { ignore: [id, …] } }` of a template or a resource; a map gives
 * reasons. What a template tells cfn-lint to ignore (`Metadata: cfn-lint: config: ignore_checks:`) counts for the rules
 * that correspond.
 */
export interface Suppression {
  /** A rule id, `group/*`, `*`, or the (beginning of an) id of cfn-lint. */
  readonly pattern: string
  readonly of: 'awslint' | 'cfn-lint'
  /** Where the pattern is written. */
  readonly node: Node
  readonly span: Span
  readonly reason: string | undefined
  /** Findings that begin on these 1-based lines, both included, are silenced. */
  readonly lines: { readonly first: number; readonly last: number }
  /** Only findings at or below this path. */
  readonly path: string
}

/** What is known of a rule that a suppression may mean. */
export interface SuppressibleRule {
  readonly id: string
  readonly cfnLint?: readonly string[]
}

/** Every suppression that a document holds, in order. */
function suppressionsOf(source: Source): Suppression[] {
  if (!/awslint|cfn-lint/.test(source.text)) return []
  return [...(source.format === 'yaml' ? commentsOf(source) : []), ...metadataOf(source)]
}

/** Whether a suppression means a rule, wherever it stands. */
function means(suppression: Pick<Suppression, 'pattern' | 'of'>, rule: SuppressibleRule): boolean {
  const { pattern } = suppression
  if (suppression.of === 'cfn-lint') return pattern !== '' && (rule.cfnLint ?? []).some((id) => id.startsWith(pattern))
  if (pattern === '*' || pattern === rule.id) return true
  return pattern.endsWith('/*') && rule.id.startsWith(pattern.slice(0, -1))
}

/** Whether a suppression silences a finding of a rule that it means. */
export function covers(suppression: Suppression, finding: Finding, line: number): boolean {
  const { path, lines } = suppression
  if (path !== '' && finding.path !== path && !finding.path.startsWith(`${path}/`)) return false
  return line >= lines.first && line <= lines.last
}

const DIRECTIVE = /#\s*awslint-(disable-next-line|disable-line|disable-file|disable|enable)\b([^\n\r]*)/g

function commentsOf(source: Source): Suppression[] {
  const { text, lines } = source
  const found: Suppression[] = []
  const open = new Map<string, { last: number }[]>()
  const isText = textAt(source)
  const node: Node = source.root ?? nowhere
  for (const match of text.matchAll(DIRECTIVE)) {
    const start = match.index
    if (isText(start)) continue
    const [, directive, rest] = match as unknown as [string, string, string]
    const line = lines.position(start).line
    const [list, reason] = split(rest)
    const base = start + match[0].length - rest.length
    for (const id of patternsOf(list)) {
      const span = { start: base + id.start, end: base + id.end }
      if (directive === 'enable') {
        for (const [pattern, blocks] of id.pattern === '*' ? open : [[id.pattern, open.get(id.pattern) ?? []] as const]) {
          for (const block of blocks) block.last = line
          open.delete(pattern)
        }
        continue
      }
      const last =
        directive === 'disable-line' ? line : directive === 'disable-next-line' ? nextLine(source, line) : Number.POSITIVE_INFINITY
      const first = directive === 'disable-next-line' ? last : directive === 'disable-file' ? 1 : line
      const range = { first, last }
      const suppression: Suppression = { pattern: id.pattern, of: 'awslint', node, span, reason, lines: range, path: '' }
      found.push(suppression)
      if (directive === 'disable') {
        const blocks = open.get(id.pattern)
        if (blocks) blocks.push(range)
        else open.set(id.pattern, [range])
      }
    }
  }
  return found
}

const nowhere: Scalar = {
  kind: 'scalar',
  value: null,
  text: '',
  style: 'plain',
  span: { start: 0, end: 0 },
  parent: null,
  key: null,
  index: -1,
}

/** Tells whether an offset lies in a scalar, where `#` is text and no comment. */
function textAt({ root }: Source): (offset: number) => boolean {
  const spans: Span[] = []
  if (root) {
    for (const node of walk(root)) {
      if (node.kind === 'scalar') spans.push(node.span)
      else if (node.kind === 'mapping') for (const { key } of node.entries) spans.push(key.span)
    }
  }
  spans.sort((a, b) => a.start - b.start)
  return (offset) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle] as Span).start <= offset) low = middle + 1
      else high = middle
    }
    const before = spans[low - 1]
    return before !== undefined && offset < before.end
  }
}

/** The ids, and the reason behind two dashes. */
function split(rest: string): [string, string | undefined] {
  const dashes = / --(?:\s|$)/.exec(rest)
  if (!dashes) return [rest, undefined]
  return [rest.slice(0, dashes.index), rest.slice(dashes.index + dashes[0].length).trim() || undefined]
}

/** The patterns of a list separated by commas or blanks; none at all stands for every rule. */
function patternsOf(list: string): { pattern: string; start: number; end: number }[] {
  const found = [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    pattern: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  return found.length ? found : [{ pattern: '*', start: 0, end: 0 }]
}

/** The line that a comment above it means: the next one that holds more than a comment. */
function nextLine({ lines }: Source, line: number): number {
  let next = line + 1
  while (next < lines.count && /^\s*(#|$)/.test(lines.line(next))) next++
  return next
}

function metadataOf({ root }: Source): Suppression[] {
  if (root?.kind !== 'mapping') return []
  const found = ignoredIn(at(root, 'Metadata'), '')
  const resources = entryOf(root, 'Resources')?.value
  if (resources?.kind !== 'mapping') return found
  for (const { key, value } of resources.entries) found.push(...ignoredIn(at(value, 'Metadata'), `Resources/${key.text}`))
  return found
}

const EVERY_LINE = { first: 1, last: Number.POSITIVE_INFINITY }

function ignoredIn(metadata: Node | undefined, path: string): Suppression[] {
  if (metadata?.kind !== 'mapping') return []
  const found: Suppression[] = []
  const add = (of: Suppression['of'], node: Scalar, reason: string | undefined): void => {
    found.push({ pattern: node.text, of, node, span: spanOf(node), reason, lines: EVERY_LINE, path })
  }
  const ignore = at(metadata, 'awslint', 'ignore')
  if (ignore?.kind === 'mapping') {
    for (const { key, value } of (ignore as Mapping).entries) add('awslint', key, value.kind === 'scalar' ? value.text : undefined)
  } else {
    for (const id of ignore?.kind === 'sequence' ? ignore.items : ignore ? [ignore] : []) {
      if (id.kind === 'scalar') add('awslint', id, undefined)
    }
  }
  const checks = at(metadata, 'cfn-lint', 'config', 'ignore_checks')
  for (const id of checks?.kind === 'sequence' ? checks.items : []) if (id.kind === 'scalar') add('cfn-lint', id, undefined)
  return found
}

/** What became of the suppressions of a document. */
export interface Suppressions {
  /** Suppressions of ours that name no rule there is. */
  readonly unknown: readonly Suppression[]
  /** Suppressions of ours that silenced nothing although everything that they mean was looked for. */
  readonly unused: readonly Suppression[]
  /** The ids of all rules. */
  readonly ids: readonly string[]
}

/** A finding that the document silences, and what silences it. */
export interface Suppressed {
  readonly finding: Finding
  readonly by: { readonly reason: string | undefined }
}

/**
 * Parts findings into those that stand and those that are silenced.
 * @param rules every rule that looked at the document
 * @param ids gives the ids of all rules there are, for documents that silence something
 * @param skipped the ids of rules that would have looked, had they not been switched off
 */
export function suppress(
  source: Source,
  findings: readonly Finding[],
  rules: readonly SuppressibleRule[],
  ids: () => readonly string[],
  skipped: ReadonlySet<string>,
): { kept: Finding[]; suppressed: Suppressed[]; suppressions: Suppressions } {
  const all = suppressionsOf(source)
  if (all.length === 0) return { kept: [...findings], suppressed: [], suppressions: { unknown: [], unused: [], ids: [] } }
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const used = new Set<Suppression>()
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  const meaning = new Map<string, readonly Suppression[]>()
  for (const finding of findings) {
    let of = meaning.get(finding.rule)
    if (!of) {
      const rule = byId.get(finding.rule) ?? { id: finding.rule }
      of = all.filter((one) => means(one, rule))
      meaning.set(finding.rule, of)
    }
    const line = source.lines.position(finding.span.start).line
    const by = of.filter((one) => covers(one, finding, line))
    for (const one of by) used.add(one)
    if (by[0]) suppressed.push({ finding, by: by[0] })
    else kept.push(finding)
  }
  const own = all.filter((one) => one.of === 'awslint')
  const known = own.length > 0 ? ids() : []
  const patterns = new Map<string, { isUnknown: boolean; isSkipped: boolean }>()
  for (const one of own) {
    if (patterns.has(one.pattern)) continue
    const isMeant = (id: string): boolean => means(one, { id })
    patterns.set(one.pattern, { isUnknown: !known.some(isMeant), isSkipped: [...skipped].some(isMeant) })
  }
  const unknown = own.filter((one) => patterns.get(one.pattern)?.isUnknown)
  // Of a rule that is switched off, nobody knows whether it would have found something.
  const unused = own.filter((one) => !used.has(one) && !patterns.get(one.pattern)?.isUnknown && !patterns.get(one.pattern)?.isSkipped)
  return { kept, suppressed, suppressions: { unknown, unused, ids: known } }
}
