import { defineRule, table } from '#rule'
import { SHELLS } from './_sources.ts'

/** What a statement of a POSIX shell has in it; PowerShell has other words. */
const HEADS: Readonly<Record<string, RegExp>> = table({
  if: /\bthen\b/,
  for: /\bdo\b/,
  while: /\bdo\b/,
  until: /\bdo\b/,
  case: /\bin\b/,
  '{': /^\s*(function\s+)?[\w-]+\s*(\(\s*\))?\s*\{/,
})

export default defineRule({
  id: 'buildspec/unclosed-statement',
  title: 'Statement of the shell is spread over several commands',
  severity: 'warning',
  on: ['buildspec'],
  why: 'The shell gets each command by itself, and fails with "syntax error: unexpected end of file".',
  fix: 'Write the whole statement as one command below a "|".',
  sources: [
    { url: SHELLS, fact: 'Each command is run by itself; commands that belong together are written as one, of several lines or joined.' },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    open: '"{word}" is not closed within this command; write the whole statement as one command below a "|".',
    stray: '"{word}" belongs to a statement of another command; write the whole statement as one command below a "|".',
  },
  check(buildspec, { report }) {
    // The rest of a statement is told once.
    let told = ''
    for (const command of buildspec.commands) {
      const list = `${command.phase}/${command.list}`
      const { unbalanced } = command
      if (!unbalanced || told === list || command.isPartlyUnknown) continue
      const { word, isOpening } = unbalanced
      if (isOpening ? !HEADS[word.text]?.test(command.text) : word.text === '}') continue
      report(command.place(word.start, word.end), isOpening ? 'open' : 'stray', { word: word.text })
      told = list
    }
  },
})
