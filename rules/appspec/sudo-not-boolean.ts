import { childOf, defineRule, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { AGENT_PARSER, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/sudo-not-boolean',
  title: 'sudo of a hook script must be true or false',
  severity: 'warning',
  on: ['appspec'],
  why: 'Agent 1.x takes every text as yes, "false" included; agent 2.x reads the words true and false only and fails on others.',
  fix: 'Write true or false without quotes, or remove the key, which is not documented.',
  sources: [
    { url: HOOKS, fact: 'The guide lists location, timeout and runas for a script, not sudo.' },
    { url: AGENT_PARSER, fact: 'The agent hands on whatever sudo holds and uses sudo unless that is false or nothing.' },
  ],
  messages: {
    text: '"sudo" is "{value}"; write true or false, without quotes.',
    collection: '"sudo" is {kind}; write true or false.',
  },
  check(appspec, { report }) {
    for (const { node } of appspec.scripts) {
      const sudo = childOf(node, 'sudo')
      if (!sudo || isUnevaluated(sudo)) continue
      if (sudo.kind !== 'scalar') report(sudo, 'collection', { kind: kindName(sudo) })
      else if (!(sudo.style === 'plain' && /^(true|false)?$/.test(sudo.text)) && !isPlaceholder(sudo.text))
        report(sudo, 'text', { value: sudo.text })
    }
  },
})
