/**
 * Characters that show nothing of their own and can move a cursor, change a colour, reorder or split a line: controls of C0
 * and C1, formats (bidirectional marks, zero-width characters, tags), separators of lines and paragraphs, lone surrogates.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** What begins a command wherever it stands in a line of a log: `##vso[` for Azure Pipelines, `##[` for GitHub Actions, `##teamcity[`. */
const COMMAND = /#(?=\w*\[)(?<=##)/g

/** Text of a document or a path as it may be shown, on one line; a tab becomes a blank. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\t' ? ' ' : escaped(character))).replace(COMMAND, escaped)
}

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(2, '0')}}`

/** Text as it may begin a line: GitHub Actions takes what begins with `::` for a command. */
export function visibleAtStart(text: string): string {
  const shown = visible(text)
  return /^\s*::/.test(shown) ? `./${shown}` : shown
}

/** A value as indented JSON with a line break at its end, which a terminal shows as harmlessly as any parser reads it. */
export function printableJson(value: unknown): string {
  const inJson = (character: string): string =>
    Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')
  // JSON.stringify escapes C0 and lone surrogates itself; the line breaks that are left are its own.
  const written = JSON.stringify(value, null, 2).replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu, inJson)
  return `${written.replace(COMMAND, inJson)}\n`
}
