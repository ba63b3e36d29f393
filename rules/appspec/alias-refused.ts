import { defineRule } from '#rule'
import { AGENT_PARSER } from './_pages.ts'

export default defineRule({
  id: 'appspec/alias-refused',
  title: 'YAML aliases are refused by some agents',
  severity: 'warning',
  on: ['source'],
  why: 'Agent 1.x on Ruby 3.1 and later loads YAML without aliases and fails with "Unknown alias" or "Alias parsing was not enabled".',
  fix: 'Write the value out where the alias stands.',
  sources: [
    { url: AGENT_PARSER, fact: 'The agent reads the file with YAML.load.' },
    {
      url: 'https://github.com/ruby/psych/pull/487',
      fact: 'From Psych 4 on, load is safe_load, which refuses aliases unless they are enabled.',
    },
  ],
  messages: { alias: '"*{name}" is an alias, which agent 1.x refuses on recent Ruby ("Unknown alias: {name}"); write the value out.' },
  check({ source, kind }, { report }) {
    if (kind !== 'appspec' || !source.root) return
    const isServer =
      source.root.kind === 'mapping' && source.root.entries.some(({ key }) => ['os', 'files', 'permissions'].includes(key.text))
    for (const { code, span, detail } of isServer ? source.problems : [])
      if (code === 'alias') report({ node: source.root, span }, 'alias', { name: detail })
  },
})
