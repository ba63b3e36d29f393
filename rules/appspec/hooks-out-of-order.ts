import { defineRule, EVENT_ORDER, HOOK_EVENTS } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/hooks-out-of-order',
  title: 'Hooks stand in another order than they run',
  severity: 'info',
  on: ['appspec'],
  why: 'Events run in an order of their own; a reader of the file expects another one.',
  fix: 'Sort the events in the order in which they run.',
  sources: [{ url: HOOKS, fact: 'The run order of the lifecycle events is fixed, wherever they stand in the file.' }],
  messages: { before: '"{event}" runs before "{other}", which stands above it; sort the events in run order.' },
  check(appspec, { report }) {
    const { platform } = appspec
    if (!platform) return
    const order = EVENT_ORDER[platform]
    let latest: string | undefined
    for (const { key } of appspec.hooks) {
      const event = key.text
      if (!HOOK_EVENTS[platform].includes(event) || EITHER.includes(event)) continue
      if (latest && order.indexOf(event) < order.indexOf(latest)) report(key, 'before', { event, other: latest })
      else latest = event
    }
  },
})

/** They run on the old instances of a blue/green deployment, last of all, and first in place: either is a good order. */
const EITHER = ['BeforeBlockTraffic', 'AfterBlockTraffic']
