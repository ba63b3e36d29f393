import { visible } from './escape.ts'

/** Begins a document. */
export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Text as it may stand in content and in attributes of XML and HTML, where nothing of it is markup and every character is one that XML has. */
export const escapeMarkup = (text: string): string =>
  visible(text)
    .replace(/[\uFFFE\uFFFF]/g, (character) => `\\u{${character.charCodeAt(0).toString(16).toUpperCase()}}`)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** An element on a line of its own, indented by two blanks a level. */
export function element(level: number, name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
  const indent = '  '.repeat(level)
  const open = `${indent}<${name}${written.join('')}`
  if (content === '') return `${open}/>\n`
  return content.endsWith('>\n') ? `${open}>\n${content}${indent}</${name}>\n` : `${open}>${content}</${name}>\n`
}
