/** What most probably led to a syntax error, told from the parser's words, the line that it stopped at, and the text. */
export function hintFor(reason: string, line: string, text: string): string {
  // A plain text was taken for the whole document.
  if (/end of the stream or a document separator/.test(reason) && !isEntry(text)) {
    return 'the first line is no key with a value; write a colon and a blank behind the key, or "#" before a comment'
  }
  const value = line.replace(/^\s*(- )?/, '')
  if (/tab characters/.test(reason) || /^\s*\t/.test(line)) return 'indent with blanks instead of tabs'
  if (/^(["']).*\1\s*\S/.test(value) || /:\s+(["']).*\1\s*[^\s#,\]}]/.test(line)) {
    return 'nothing may follow a closing quote; quote the whole value, or write it below a "|"'
  }
  if (/^[[{]/.test(value)) return 'a value that begins with a bracket is read as a list or a map; quote it'
  if (/^[*&!%@`]/.test(value)) return 'a value that begins with this character means something else to YAML; quote it'
  if (/^-\S/.test(value) || /^\s*-[^\s-]/.test(line)) return 'a blank must follow the dash of a list item'
  if (/: .*: /.test(line)) return 'a value that holds a colon and a blank has to be quoted'
  if (/end of the (stream|document) within a (single|double) quoted/.test(reason)) return 'a quote is opened and never closed'
  if (/flow collection/.test(reason)) return 'a bracket is opened and never closed, or a comma is missing'
  if (/multiline key/.test(reason)) return 'this text belongs to no key; indent it below the one that it continues'
  return 'check the indentation of this line and of the line above it'
}

/** Whether the first line of a text that says something begins a map or a list. */
function isEntry(text: string): boolean {
  const first = /^(?!\s*(#|$|---|%)).+$/m.exec(text)?.[0] ?? ''
  return /:(\s|$)|^\s*(- |[[{])/.test(first)
}
