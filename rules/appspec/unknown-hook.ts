import { closest, defineRule, EVENT_ORDER, HOOK_EVENTS, isReserved, knownText, listOf, PLATFORM_NAMES, type Platform, respell } from '#rule'
import { AGENT_HOOKS, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-hook',
  title: 'Lifecycle event does not exist on this platform',
  severity: 'error',
  on: ['appspec'],
  fixes: 'safe',
  why: 'CodeDeploy never sends an event of that name: the hook does not run, and the deployment succeeds without it.',
  fix: 'Use one of the lifecycle events of the platform, in exactly its case.',
  sources: [
    { url: HOOKS, fact: 'Each platform has a fixed list of lifecycle events, with a table of those that can have hooks.' },
    { url: AGENT_HOOKS, fact: 'The agent looks up the scripts by the exact name of the event that the service sends.' },
  ],
  notes: [
    '000:344',
    '000:345',
    '000:346',
    '000:349',
    '000:350',
    '000:351',
    '000:363',
    '001:1100',
    '001:1101',
    '001:1103',
    '001:1104',
    '001:1105',
    '001:1106',
    '002:1208',
    '002:1210',
    '002:1211',
    '002:1212',
    '002:1214',
    '002:1215',
    '002:1216',
    '003:426',
    '004:140',
    '004:142',
  ],
  messages: {
    misspelt: '"{event}" is no lifecycle event of {platform}, so it never runs; did you mean "{near}"?',
    elsewhere: '"{event}" is a lifecycle event of {others}, not of {platform}, so it never runs; {platform} has {events}.',
    unknown: '"{event}" is no lifecycle event of {platform}, so it never runs; the events are {events}.',
  },
  check(appspec, { report }) {
    const { platform } = appspec
    if (!platform) return
    const events = HOOK_EVENTS[platform]
    for (const { key } of appspec.hooks) {
      const event = key.text
      if (events.includes(event) || isReserved(platform, event)) continue
      const others = PLATFORMS.filter((other) => EVENT_ORDER[other].includes(event)).map((other) => PLATFORM_NAMES[other])
      const near = closest(event, events)
      const data = { event, platform: PLATFORM_NAMES[platform] }
      if (others.length) report(key, 'elsewhere', { ...data, others: listOf(others, 'and'), events: listOf(events, 'and') })
      else if (near) report(key, 'misspelt', { ...data, near }, respell(key, events))
      else if (knownText(key) !== undefined) report(key, 'unknown', { ...data, events: listOf(events, 'and') })
    }
  },
})

const PLATFORMS: readonly Platform[] = ['server', 'ecs', 'lambda']
