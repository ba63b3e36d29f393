/** Text of a document as it may be shown: nothing in it can move a cursor, change a colour or reorder a line. */
export function visible(text: string): string {
  // Control characters of C0 and C1, bidirectional overrides and isolates, and characters that have no width.
  return text.replace(/[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, (character) => {
    if (character === '\t') return ' '
    const code = character.codePointAt(0) as number
    return `\\u{${code.toString(16).toUpperCase().padStart(2, '0')}}`
  })
}
