/**
 * Applies the fixes that findings carry: those that do not touch each other at once, then what is found then, until nothing more
 * can be fixed. After each round the text is read again, and must say what the changes say of the tree, to the letter.
 */
import { type DocumentReport, type Finding, type Fix, parseSource, type Source, treeText } from './core.ts'

/** What became of a document. */
export interface Fixed {
  readonly text: string
  /** What was fixed, each with its place in the text in which it was found. */
  readonly fixed: readonly Finding[]
  /** What had a fix whose text would have said something else than it should. */
  readonly refused: readonly Finding[]
  /** What there is to say about the text now. */
  readonly report: DocumentReport
}

/** A fix can make another one possible; more rounds than this are a circle. */
const MOST_ROUNDS = 10
/** Of a document that is wrong everywhere, so many at once. */
const MOST_AT_ONCE = 500

/**
 * @param first what was found in the text
 * @param lintAgain checks another text of the same document
 * @param unsafe whether fixes are applied that somebody should look at
 */
export function fixDocument(first: DocumentReport, lintAgain: (text: string) => DocumentReport, unsafe = false): Fixed {
  const fixed: Finding[] = []
  const refused = new Map<string, Finding>()
  const seen = new Set([first.source.text])
  let report = first
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const offers = report.findings.filter(
      (finding) => finding.fix && (unsafe || finding.fix.isSafe) && !refused.has(identityOf(finding)),
    ) as Offering[]
    const { applied, text, broken } = applyAll(report.source, apart(offers).slice(0, MOST_AT_ONCE))
    for (const finding of broken) refused.set(identityOf(finding), finding)
    if (applied.length === 0) {
      if (broken.length === 0) break
      continue
    }
    if (seen.has(text)) break
    seen.add(text)
    fixed.push(...applied)
    report = lintAgain(text)
  }
  return { text: report.source.text, fixed, refused: [...refused.values()], report }
}

type Offering = Finding & { readonly fix: Fix }

const identityOf = ({ rule, path, message }: Finding): string => `${rule}\n${path}\n${message}`

/** Of fixes that touch each other the first. */
function apart(offers: readonly Offering[]): Offering[] {
  const first = ({ fix }: Offering): number => fix.edits[0]?.span.start ?? 0
  const last = ({ fix }: Offering): number => fix.edits.at(-1)?.span.end ?? 0
  const chosen: Offering[] = []
  let end = -1
  for (const offer of [...offers].sort((a, b) => first(a) - first(b) || last(a) - last(b))) {
    if (first(offer) <= end) continue
    chosen.push(offer)
    end = last(offer)
  }
  return chosen
}

/** As many of the fixes as leave a text that says what they say. */
function applyAll(source: Source, offers: readonly Offering[]): { applied: readonly Offering[]; text: string; broken: Offering[] } {
  const whole = textWith(source, offers)
  if (saysSo(source, offers, whole)) return { applied: offers, text: whole, broken: [] }
  const applied: Offering[] = []
  const broken: Offering[] = []
  let text = source.text
  for (const offer of offers) {
    const next = textWith(source, [...applied, offer])
    if (saysSo(source, [...applied, offer], next)) {
      applied.push(offer)
      text = next
    } else broken.push(offer)
  }
  return { applied, text, broken }
}

function textWith({ text }: Source, offers: readonly Offering[]): string {
  let at = 0
  let result = ''
  for (const { span, text: replacement } of offers.flatMap(({ fix }) => fix.edits)) {
    result += text.slice(at, span.start) + replacement
    at = span.end
  }
  return result + text.slice(at)
}

/** Whether a text reads as the source would with these changes, and nothing new is wrong with it. */
function saysSo(source: Source, offers: readonly Offering[], text: string): boolean {
  const after = parseSource(text, source.name)
  const count = (problems: Source['problems'], code: string): number => problems.filter((one) => one.code === code).length
  return (
    after.format === source.format &&
    after.problems.every(({ code }) => count(after.problems, code) <= count(source.problems, code)) &&
    treeText(after) ===
      treeText(
        source,
        offers.flatMap(({ fix }) => fix.changes),
      )
  )
}

/** Lines around a change in a difference. */
const CONTEXT = 3

/**
 * What differs between two texts, as `diff -u` and `git apply` write and read it. Empty where nothing does.
 * @param path with `/`; an absolute one stands as it is
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const old = linesOf(before)
  const fresh = linesOf(after)
  const hunks = hunksOf(old, fresh)
  const body = hunks.map(({ from, to, start, end }) => {
    const lead = Math.min(CONTEXT, from)
    const tail = Math.min(CONTEXT, old.length - to)
    const lines = [
      ...old.slice(from - lead, from).map((line) => ` ${line}`),
      ...mixed(old.slice(from, to), fresh.slice(start, end)),
      ...old.slice(to, to + tail).map((line) => ` ${line}`),
    ]
    const range = (first: number, count: number): string => `${count === 0 ? first : first + 1},${count}`
    const head = `@@ -${range(from - lead, lead + to - from + tail)} +${range(start - lead, lead + end - start + tail)} @@\n`
    return head + lines.map((line) => (/[\r\n]$/.test(line) ? line : `${line}\n\\ No newline at end of file\n`)).join('')
  })
  // A name with blanks ends at a tab.
  const name = (side: string): string => quoted(path.startsWith('/') ? path : `${side}/${path}`) + (path.includes(' ') ? '\t' : '')
  return `--- ${name('a')}\n+++ ${name('b')}\n${body.join('')}`
}

/** A name as Git writes it: with what would end its line, or do something to a terminal, as octal bytes in quotes. */
function quoted(name: string): string {
  if (!/["\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return name
  const octal = (byte: number): string => `\\${byte.toString(8).padStart(3, '0')}`
  const isPlain = (byte: number): boolean => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
  return `"${Array.from(new TextEncoder().encode(name), (byte) => (isPlain(byte) ? String.fromCharCode(byte) : octal(byte))).join('')}"`
}

/** Lines with what ends them; a lone carriage return ends none for `diff`. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

interface Hunk {
  /** In the old lines, half open. */
  readonly from: number
  readonly to: number
  /** In the new ones. */
  readonly start: number
  readonly end: number
}

/** Ranges that differ, those near each other as one. Fixes change few lines, so each is found by the next line that is the same. */
function hunksOf(old: readonly string[], fresh: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      i++
      j++
      continue
    }
    const { skipped, added } = nextSame(old, fresh, i, j)
    const last = hunks.at(-1)
    if (last && i - last.to <= 2 * CONTEXT)
      hunks[hunks.length - 1] = { from: last.from, to: i + skipped, start: last.start, end: j + added }
    else hunks.push({ from: i, to: i + skipped, start: j, end: j + added })
    i += skipped
    j += added
  }
  return hunks
}

/** How many lines to pass over on either side until they are the same again, the fewest together. */
function nextSame(old: readonly string[], fresh: readonly string[], i: number, j: number): { skipped: number; added: number } {
  const isSame = (a: number, b: number): boolean => {
    if (a === old.length || b === fresh.length) return a === old.length && b === fresh.length
    return old[a] === fresh[b] && (old[a]?.trim() !== '' || old[a + 1] === fresh[b + 1])
  }
  const most = old.length - i + fresh.length - j
  for (let sum = 1; sum <= most; sum++) {
    for (let skipped = 0; skipped <= sum; skipped++) {
      const a = i + skipped
      const b = j + sum - skipped
      if (a <= old.length && b <= fresh.length && isSame(a, b)) return { skipped, added: sum - skipped }
    }
  }
  return { skipped: old.length - i, added: fresh.length - j }
}

/** Lines that went and lines that came, with those between them that stayed. */
function mixed(old: readonly string[], fresh: readonly string[]): string[] {
  const lines: string[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      lines.push(` ${old[i]}`)
      i++
      j++
      continue
    }
    const { skipped, added } = nextSame(old, fresh, i, j)
    lines.push(...old.slice(i, i + skipped).map((line) => `-${line}`), ...fresh.slice(j, j + added).map((line) => `+${line}`))
    i += skipped
    j += added
  }
  return lines
}
