import { defineRule, quote, walk } from '#rule'
import { AGENT_PARSER } from './_pages.ts'

export default defineRule({
  id: 'appspec/unquoted-date',
  title: 'Unquoted dates are refused by some agents',
  severity: 'warning',
  on: ['appspec'],
  fixes: 'safe',
  why: 'Agent 1.x on Ruby 3.1 and later fails with "Tried to load unspecified class: Date".',
  fix: 'Quote the value.',
  sources: [
    { url: AGENT_PARSER, fact: 'The agent reads the file with YAML.load.' },
    {
      url: 'https://www.rubydoc.info/stdlib/psych/Psych.safe_load',
      fact: 'safe_load, which load is from Psych 4 on, refuses dates and times.',
    },
  ],
  messages: {
    date: '"{value}" is a date in YAML, which agent 1.x refuses on recent Ruby ("Tried to load unspecified class: {type}"); quote it.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'server' || appspec.source.format === 'json') return
    for (const node of walk(appspec.root)) {
      if (node.kind !== 'scalar' || node.style !== 'plain' || !DATE.test(node.text)) continue
      report(node, 'date', { value: node.text, type: /[T\s:]/i.test(node.text) ? 'Time' : 'Date' }, quote(node))
    }
  },
})

const DATE = /^\d{4}-\d{1,2}-\d{1,2}(([Tt]|[ \t]+)\d{1,2}:\d\d:\d\d(\.\d*)?[ \t]*(Z|[-+]\d{1,2}(:?\d\d)?)?)?$/
