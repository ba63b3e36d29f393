import { childOf, defineRule, isUnevaluated, kindName } from '#rule'
import { AGENT_INSTRUCTIONS, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/permission-not-text',
  title: 'Pattern, owner and group of a permission are one text each',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent looks up one user and one group by their names and fails the Install event on anything else.',
  fix: 'Write one name; add a further entry for a further object.',
  sources: [
    { url: PERMISSIONS, fact: 'pattern, owner and group are each a single value.' },
    { url: AGENT_INSTRUCTIONS, fact: 'The agent calls getpwnam and getgrnam with owner and group.' },
  ],
  messages: { notText: '"{key}" is {kind}; write one text.' },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      for (const key of ['pattern', 'owner', 'group']) {
        const value = childOf(item, key)
        if (value && value.kind !== 'scalar' && !isUnevaluated(value)) report(value, 'notText', { key, kind: kindName(value) })
      }
    }
  },
})
