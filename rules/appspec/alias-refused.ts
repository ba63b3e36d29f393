import { defineRule } from '#rule'
import { AGENT_PARSER } from './_pages.ts'

export default defineRule({
  id: 'appspec/alias-refused',
  title: 'YAML aliases are refused by some agents',
  severity: 'warning',
  on: ['appspec'],
  why: 'Agent 1.x on Ruby 3.1 and later fails with "Unknown alias" or "Alias parsing was not enabled".',
  fix: 'Write the value out where the alias stands.',
  sources: [
    { url: AGENT_PARSER, fact: 'The agent reads the file with YAML.load.' },
    { url: 'https://www.rubydoc.info/stdlib/psych/Psych.safe_load', fact: 'safe_load, which load is from Psych 4 on, refuses aliases.' },
  ],
  messages: { alias: '"*{name}" is an alias, which agent 1.x refuses on recent Ruby ("Unknown alias: {name}"); write the value out.' },
  check(appspec, { report }) {
    if (appspec.platform !== 'server') return
    for (const { code, span, detail } of appspec.source.problems)
      if (code === 'alias') report({ node: appspec.root, span }, 'alias', { name: detail })
  },
})
