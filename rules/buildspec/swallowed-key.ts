import { BUILDSPEC_KEYS, BUILDSPEC_SECTIONS, defineRule, PHASES } from '#rule'
import { REFERENCE } from './_sources.ts'

const KEYS = new Set<string>([...BUILDSPEC_SECTIONS, ...PHASES, ...BUILDSPEC_KEYS.phase, ...BUILDSPEC_KEYS.artifacts, 'paths'])

export default defineRule({
  id: 'buildspec/swallowed-key',
  title: 'Part of the buildspec stands within a command',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Whatever is indented below a "|" belongs to the command: the shell tries to run it, and CodeBuild never sees the setting.',
  fix: 'Move the lines out to the indentation that they had outside of the block.',
  sources: [
    { url: REFERENCE, fact: 'commands is a sequence of scalars.' },
    { url: 'https://yaml.org/spec/1.2.2/#81-block-scalar-styles', fact: 'A block scalar goes on as long as lines are indented.' },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    key: '"{key}:" is read as a part of this command; move it out to its own indentation.',
    item: '"- {command}" is read as a part of the command above; give it the indentation of that one.',
  },
  check(buildspec, { report }) {
    for (const command of buildspec.commands) {
      const { node, calls } = command
      if (node.style !== 'literal') {
        // YAML joins the lines: the dash of the next item is a word of the command.
        const dash = / - /.exec(node.text)?.index ?? -1
        const place = dash >= 0 ? command.place(dash, dash + 1) : undefined
        if (place && /^\s*\n/.test(buildspec.source.text.slice(place.span.start)) && /^plain|folded$/.test(node.style)) {
          const next = command.place(dash + 1, dash + 2)
          report(next, 'item', { command: node.text.slice(dash + 3).split(' ')[0] ?? '' })
        }
        continue
      }
      for (const call of calls) {
        const [word, next] = call.shell.words
        const key = word?.text.endsWith(':') ? word.text.slice(0, -1) : ''
        const isItem = word?.text === '-' && next !== undefined
        if (isItem) report(call.place(), 'item', { command: next.text })
        else if (word && !next && KEYS.has(key)) report(call.place(word), 'key', { key })
        else continue
        // What follows is lost for the same reason.
        break
      }
    }
  },
})
