import { defineRule, entryOf } from '#rule'
import { AGENT_PARSER, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/runas-on-windows',
  title: 'runas has no effect on Windows',
  severity: 'warning',
  on: ['appspec'],
  why: 'On Windows Server the script runs as the account of the agent, whatever runas says.',
  fix: 'Remove runas, and let the script change the account where it has to.',
  sources: [
    { url: HOOKS, fact: 'runas is for Amazon Linux and Ubuntu instances and not supported on Windows Server.' },
    { url: AGENT_PARSER, fact: 'The agent keeps runas, which only its Linux half uses.' },
  ],
  notes: ['000:343', '000:361', '000:363', '001:1099', '001:1100', '001:1102', '002:1207', '002:1210', '002:2375'],
  messages: { ignored: '"runas" is not supported on Windows, where the script runs as the account of the agent; remove it.' },
  check(appspec, { report }) {
    if (appspec.os !== 'windows') return
    for (const { node } of appspec.scripts) {
      const runas = entryOf(node, 'runas')
      if (runas) report(runas.key, 'ignored')
    }
  },
})
