import { childOf, closest, defineRule, respell, unknownKeys } from '#rule'
import { AGENT_CONTEXT, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-context-key',
  title: 'Key of an SELinux context is ignored',
  severity: 'info',
  on: ['appspec'],
  fixes: 'safe',
  why: 'The agent reads name, type and range; the user that the guide calls `user` is passed over.',
  fix: 'Write the SELinux user as `name`; remove other keys.',
  sources: [
    { url: PERMISSIONS, fact: 'The guide names the keys user, type and range.' },
    { url: AGENT_CONTEXT, fact: 'The agent reads the user from the key name, and sets no role.' },
  ],
  messages: {
    user: '"user" is not read by the agent, although the guide names it; write "name".',
    misspelt: '"{key}" is not read; did you mean "{near}"?',
    unknown: '"{key}" is not read; a context has name, type and range.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const context = childOf(item, 'context')
      for (const key of context?.kind === 'mapping' ? unknownKeys(context, KEYS) : []) {
        const near = closest(key.text, KEYS)
        if (key.text === 'user') report(key, 'user')
        else if (near) report(key, 'misspelt', { key: key.text, near }, respell(key, KEYS))
        else report(key, 'unknown', { key: key.text })
      }
    }
  },
})

const KEYS: readonly string[] = ['name', 'type', 'range']
