/** Stands for a part of a text that is not known. A private-use character: YAML and JSON take it as part of a plain word. */
export const OPAQUE = '\uE000'

/** Stands for a part of a text that is not known but holds neither `:` nor `/` and is not empty: a name, an account, a Region. */
export const WORD = '\uE001'

/** The candidate that a word was probably meant to be; undefined when none is near. Case, `-`, `_` and blanks hardly count. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = fold(word)
  if (plain === '') return undefined
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate === word) continue
    const other = fold(candidate)
    const limit = Math.min(3, Math.floor(Math.max(plain.length, other.length) / 3))
    if (Math.abs(plain.length - other.length) > limit) continue
    const distance = plain === other ? 0 : editDistance(plain, other)
    if (distance <= limit && distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** How far two words are from each other, in the sense of `closest`. */
export const distanceOf = (a: string, b: string): number => editDistance(fold(a), fold(b))

const fold = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '')

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, (previous[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return previous[b.length] as number
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(words: readonly (string | number)[], last = 'or'): string {
  if (words.length <= 1) return String(words[0] ?? '')
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}

/** At most this many values are listed in a message. */
const MOST_LISTED = 8

/** `a, b or c`; of many the first, and how many there are besides. @param first the one that comes before the others */
export function someOf(values: readonly (string | number)[], last: 'and' | 'or', first?: string): string {
  const ordered = first === undefined ? values : [first, ...values.filter((value) => value !== first)]
  const shown = ordered.length > MOST_LISTED ? ordered.slice(0, MOST_LISTED - 1) : ordered
  const more = ordered.length - shown.length
  const words = more ? [...shown, `${more} others`] : shown
  return words.length <= 1 ? String(words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}

/** A document's own text as it goes into a message: one line, at most 160 characters. */
export function shorten(text: string | number): string {
  const line = String(text)
    .replace(/[\uE000\uE001]/g, '${…}')
    .replace(/\s*\r?\n\s*/g, ' ')
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}

/**
 * Whether a text is to be replaced before AWS sees it: `${X}`, `{{X}}`, `<X>`, `[your …]`, `$X`, `%X%`, `@X@`, `__X__`, and names
 * like IMAGE_TAG where a word is expected.
 */
export const isPlaceholder = (text: string): boolean =>
  text.includes(OPAQUE) ||
  /\$[{(]|\{\{|\{%|<[^<>]*>|^\[.*\]$|^\$(?!LATEST$)[A-Z_]\w*$|^[@%].*[@%]$|^__.*__$|^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text.trim())

/** The length of a text in UTF-8, which is what AWS counts where it counts bytes. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (code > 0xffff) i++
  }
  return bytes
}

/** The seconds of an ISO 8601 duration of hours, minutes and seconds (`PT1H30M`); undefined for any other text. */
export function secondsOf(duration: string): number | undefined {
  const match = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration)
  return match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0) : undefined
}
