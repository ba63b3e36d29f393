/**
 * Characters that show nothing of their own and can move a cursor, change a colour, reorder or split a line: controls of C0
 * and C1, formats (bidirectional marks, zero-width characters, tags), separators of lines and paragraphs, lone surrogates.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text of a document or a path as it may be shown, on one line; a tab becomes a blank. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '\t') return ' '
    const code = character.codePointAt(0) as number
    return `\\u{${code.toString(16).toUpperCase().padStart(2, '0')}}`
  })
}

/** A value as indented JSON with a line break at its end, which a terminal shows as harmlessly as any parser reads it. */
export function printableJson(value: unknown): string {
  // JSON.stringify escapes C0 and lone surrogates itself; the line breaks that are left are its own.
  const written = JSON.stringify(value, null, 2).replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )
  return `${written}\n`
}
