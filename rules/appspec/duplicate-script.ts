import { childOf, defineRule, inRevision, knownText } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/duplicate-script',
  title: 'The same script is listed twice under one event',
  severity: 'info',
  on: ['appspec'],
  why: 'The agent runs every item of the list, so the script runs twice.',
  fix: 'Remove one of the items unless that is meant.',
  sources: [{ url: HOOKS, fact: 'An event can have several scripts, which run in the order of the list.' }],
  notes: ['000:343', '000:361', '000:363', '003:456'],
  messages: { twice: '"{location}" is listed already under "{event}" and runs twice; remove one unless that is meant.' },
  check(appspec, { report }) {
    const seen = new Map<unknown, Set<string>>()
    for (const { event, node } of appspec.scripts) {
      const location = childOf(node, 'location')
      const text = knownText(location)
      const path = inRevision(text ?? '')
      if (!location || !text || !path) continue
      const others = seen.get(event) ?? new Set<string>()
      if (others.has(path)) report(location, 'twice', { location: text, event: event.text })
      seen.set(event, others.add(path))
    }
  },
})
