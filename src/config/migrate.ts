/** What is written for cfn-lint, in our words: as edits that leave everything else as it is. */
import { at, entryOf, type Mapping, type Node, parseSource, type Source, type Span } from '../core.ts'
import type { CfnLintConfig } from './cfnlintrc.ts'

/** The rules that correspond to an id of cfn-lint, or to the beginning of one. */
export type Counterparts = (id: string) => readonly string[]

export interface Migration {
  /** The new text; undefined where nothing can be rewritten. */
  readonly text?: string
  readonly told: readonly { readonly span: Span; readonly message: string }[]
}

interface Edit extends Span {
  readonly text: string
}

/** Rewrites `Metadata: cfn-lint: config: ignore_checks:` of a template and of its resources. */
export function migrateTemplate(source: Source, counterparts: Counterparts): Migration {
  const told: Migration['told'][number][] = []
  const edits: Edit[] = []
  const resources = entryOf(source.root, 'Resources')?.value
  for (const holder of [source.root, ...(resources?.kind === 'mapping' ? resources.entries.map(({ value }) => value) : [])]) {
    const metadata = holder && at(holder, 'Metadata')
    const entry = entryOf(metadata, 'cfn-lint')
    const checks = at(metadata, 'cfn-lint', 'config', 'ignore_checks')
    if (!entry || checks?.kind !== 'sequence') continue
    const say = (message: string, span: Span = entry.key.span): void => {
      told.push({ span, message })
    }
    const config = at(entry.value, 'config') as Mapping
    if ((entry.value as Mapping).entries.length > 1 || config.entries.length > 1 || entryOf(metadata, 'awslint')) {
      say('Other settings stand beside these ignore_checks; they are left as they are, and stay honoured.')
      continue
    }
    const seen = new Set<string>()
    const items = checks.items.map((node) => {
      const rules = node.kind === 'scalar' ? counterparts(node.text) : []
      if (rules.length === 0) say(`"${node.kind === 'scalar' ? node.text : '…'}" has no counterpart and is left out.`, node.span)
      const fresh = rules.filter((rule) => !seen.has(rule))
      for (const rule of fresh) seen.add(rule)
      return { node, fresh }
    })
    if (seen.size === 0) continue
    const own =
      'key' in entry && isFlow(source, entry.value)
        ? inFlow(source, entry.key.span, entry.value, [...seen])
        : inBlock(source, entry.key.span, config, checks, items)
    if (own) edits.push(...own)
    else say('It cannot be rewritten without losing a comment; it is left as it is, and stays honoured.')
  }
  if (edits.length === 0) return { told }
  const text = edited(source.text, edits)
  // Whatever the text looked like: what is not read as was meant is not written.
  const isSame = parseSource(text, source.name).problems.every(({ code }) => source.problems.some((problem) => problem.code === code))
  return isSame
    ? { text, told }
    : {
        told: [...told, { span: { start: 0, end: 0 }, message: 'It cannot be rewritten safely; it is left as it is, and stays honoured.' }],
      }
}

const isFlow = ({ text, format }: Source, value: Node): boolean => format === 'json' || text[value.span.start] === '{'

function inFlow(source: Source, key: Span, value: Node, rules: readonly string[]): Edit[] {
  const quote = /^['"]/.exec(source.text.slice(key.start, key.end))?.[0] ?? ''
  const list = rules.map((rule) => `${quote || '"'}${rule}${quote || '"'}`).join(', ')
  return [
    { ...key, text: `${quote}awslint${quote}` },
    { ...value.span, text: `{ ${quote}ignore${quote}: [${list}] }` },
  ]
}

/** One line an id, in the list's own indentation; comments behind an id stay with the first of its counterparts. */
function inBlock(
  { text }: Source,
  key: Span,
  config: Mapping,
  checks: Node,
  items: readonly { readonly node: Node; readonly fresh: readonly string[] }[],
): Edit[] | undefined {
  const [configKey, checksKey] = [config.key, checks.key]
  if (!configKey || !checksKey || /#/.test(text.slice(key.end, checksKey.span.start))) return undefined
  const edits: Edit[] = [
    { ...key, text: 'awslint' },
    { start: configKey.span.start, end: checksKey.span.end, text: 'ignore' },
  ]
  if (text[checks.span.start] === '[') return [...edits, { ...checks.span, text: `[${items.flatMap(({ fresh }) => fresh).join(', ')}]` }]
  for (const { node, fresh } of items) {
    const lineStart = text.lastIndexOf('\n', node.span.start - 1) + 1
    const lead = text.slice(lineStart, node.span.start)
    if (!/^\s*-\s+$/.test(lead)) return undefined
    const lineEnd = (text.indexOf('\n', node.span.end) + 1 || text.length + 1) - 1
    if (fresh.length === 0) edits.push({ start: lineStart, end: Math.min(lineEnd + 1, text.length), text: '' })
    else {
      const [first, ...rest] = fresh as [string, ...string[]]
      edits.push({ ...node.span, text: first })
      const breaks = text[lineEnd - 1] === '\r' ? '\r\n' : '\n'
      const end = breaks === '\r\n' ? lineEnd - 1 : lineEnd
      if (rest.length) edits.push({ start: end, end, text: rest.map((rule) => `${breaks}${lead}${rule}`).join('') })
    }
  }
  return edits
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = text
  for (const { start, end, text: part } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + part + result.slice(end)
  return result
}

/** A `.cfnlintrc` as a configuration of ours. */
export function migrateConfig({ layer, ignored, others }: CfnLintConfig, counterparts: Counterparts): Required<Migration> {
  const told = others.map(({ text, span }) => ({ span, message: `"${text}" has no counterpart and is left out.` }))
  const rules = new Map<string, string>()
  for (const { text, span } of ignored) {
    const own = counterparts(text)
    if (own.length === 0) told.push({ span, message: `"${text}" has no counterpart and is left out.` })
    for (const rule of own) if (!rules.has(rule)) rules.set(rule, text)
  }
  const list = (name: string, items: readonly string[] | undefined): string[] =>
    items?.length ? [`${name}:`, ...items.map((item) => `  - ${JSON.stringify(item)}`)] : []
  const parameters = Object.entries((layer.parameters ?? {}) as Record<string, string>)
  const lines = [
    ...(rules.size ? ['rules:', ...[...rules].map(([rule, id]) => `  ${rule}: off # ${id.replace(/[^\w]/g, '')} of cfn-lint`)] : []),
    ...list('ignore', layer.ignore),
    ...list('regions', layer.regions),
    ...list(
      'schemas',
      layer.schemas?.map(({ text }) => text),
    ),
    ...(parameters.length
      ? ['parameters:', ...parameters.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)]
      : []),
    ...(layer.level ? [`level: ${layer.level}`] : []),
    ...(layer.failOn ? [`fail-on: ${layer.failOn}`] : []),
  ]
  return { text: `${['extends: recommended', ...lines].join('\n')}\n`, told }
}
