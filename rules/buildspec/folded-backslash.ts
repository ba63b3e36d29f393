import { defineRule } from '#rule'
import { foldedBackslash } from './_folded.ts'

export default defineRule({
  id: 'buildspec/folded-backslash',
  title: 'Backslash at the end of a line that YAML joins anyway',
  severity: 'warning',
  on: ['buildspec'],
  why: 'YAML replaces the line break by a blank, so that the shell sees an escaped blank: the option behind it is no option any more.',
  fix: 'Remove the backslashes, or write the command below a "|".',
  sources: [
    {
      url: 'https://yaml.org/spec/1.2.2/#65-line-folding',
      fact: 'In plain and folded scalars a single line break becomes a blank.',
    },
    {
      url: 'https://www.gnu.org/software/bash/manual/html_node/Escape-Character.html',
      fact: 'A backslash before a blank makes the blank a part of the word; only before a line break it continues the line.',
    },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    escaped: 'The backslash escapes the blank that YAML makes of the line break, so that "{option}" is no option; remove it, or use "|".',
  },
  check(buildspec, { report }) {
    for (const command of buildspec.commands) {
      const found = foldedBackslash(buildspec, command)
      if (found) report(command.place(found.index, found.index + 1), 'escaped', { option: found.option })
    }
  },
})
