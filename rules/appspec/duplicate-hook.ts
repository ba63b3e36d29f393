import { defineRule } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/duplicate-hook',
  title: 'Lifecycle event is listed twice',
  severity: 'error',
  on: ['appspec'],
  why: 'One function belongs to an event; of two entries one is dropped, and its checks do not run.',
  fix: 'Keep one entry; a function that is to check more can call others.',
  sources: [{ url: HOOKS, fact: 'Each lifecycle event of Lambda and ECS has one function.' }],
  notes: ['002:1208', '002:1211', '002:1216'],
  messages: { twice: '"{event}" is listed already; keep one entry, and let its function call the other one.' },
  check(appspec, { report }) {
    const hooks = appspec.section('hooks')?.value
    // A key that stands twice in one mapping is an error of the text, whatever it means.
    if (appspec.platform === 'server' || hooks?.kind !== 'sequence') return
    const seen = new Set<string>()
    for (const item of hooks.items) {
      const events = new Map((item.kind === 'mapping' ? item.entries : []).map(({ key }) => [key.text, key]))
      for (const [event, key] of events) {
        if (seen.has(event)) report(key, 'twice', { event })
        seen.add(event)
      }
    }
  },
})
