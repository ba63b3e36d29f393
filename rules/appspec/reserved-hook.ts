import { defineRule, EVENT_ORDER, HOOK_EVENTS, isReserved, listOf } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/reserved-hook',
  title: 'Lifecycle event is reserved and runs no script',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy itself works at that event; what stands under it never runs, and the deployment succeeds without it.',
  fix: 'Move it to the event before or after.',
  sources: [{ url: HOOKS, fact: 'Start, Install, TestTraffic, BlockTraffic, AllowTraffic, DownloadBundle and End cannot be scripted.' }],
  notes: ['000:347', '001:1107', '002:1210', '002:1212', '002:1214', '002:1215', '002:1216'],
  messages: {
    reserved: '"{event}" is reserved for CodeDeploy and runs nothing of yours; use {neighbours} instead.',
  },
  check(appspec, { report }) {
    const { platform } = appspec
    if (!platform) return
    const order = EVENT_ORDER[platform]
    for (const { key } of appspec.hooks) {
      if (!isReserved(platform, key.text)) continue
      const place = order.indexOf(key.text)
      const hooks = HOOK_EVENTS[platform]
      const before = order.slice(0, place).findLast((name) => hooks.includes(name))
      const after = order.slice(place + 1).find((name) => hooks.includes(name))
      report(key, 'reserved', { event: key.text, neighbours: listOf([before, after].filter((name) => name !== undefined)) })
    }
  },
})
