import { APPSPEC_SECTIONS, closest, defineRule, EVENT_ORDER, PLATFORM_NAMES, respell, SCRIPT_KEYS, unknownKeys } from '#rule'
import { AGENT_PARSER, STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-section',
  title: 'AppSpec has an unknown top-level key',
  severity: 'warning',
  on: ['appspec'],
  fixes: 'safe',
  why: 'CodeDeploy passes over a key that it does not know, so what stands below it never happens.',
  fix: 'Correct the name, or move the content below the section that it belongs to.',
  sources: [
    {
      url: STRUCTURE,
      fact: 'The sections are version, os, files, permissions, hooks for instances and version, resources, hooks for Lambda and ECS.',
    },
    {
      url: AGENT_PARSER,
      fact: 'The agent reads version, os, hooks, files, permissions and file_exists_behavior, in lower case, and nothing else.',
    },
  ],
  notes: ['001:1095', '001:1096', '001:1097', '001:1098', '001:1099', '001:1130', '002:1206', '002:1207', '002:1208', '002:1209'],
  messages: {
    misspelt: '"{key}" is no section of an AppSpec and is ignored; did you mean "{near}"?',
    event: '"{key}" is a lifecycle event and is ignored here; indent it below "{hooks}".',
    script: '"{key}" belongs to a hook script and is ignored here; indent it below the location that it is about.',
    unknown: '"{key}" is no section of an AppSpec for {platform} and is ignored; the sections are {sections}.',
  },
  check(appspec, { report }) {
    const platform = appspec.platform ?? 'lambda'
    const sections = APPSPEC_SECTIONS[platform]
    const known = platform === 'server' ? sections : sections.map((name) => name.toLowerCase())
    const foreign = platform === 'server' ? ['resources'] : APPSPEC_SECTIONS.server
    // A misspelt version or os is reported as missing, and a section of another platform as such.
    const elsewhere = ['version', 'os'].map((name) => appspec.standIn(appspec.root, name, sections))
    for (const key of unknownKeys(appspec.root, sections)) {
      const name = platform === 'server' ? key.text : key.text.toLowerCase()
      if (known.includes(name) || elsewhere.includes(key) || foreign.includes(key.text.toLowerCase())) continue
      const near = closest(key.text, sections)
      if (EVENTS.has(key.text)) report(key, 'event', { key: key.text, hooks: platform === 'server' ? 'hooks' : 'Hooks' })
      else if (platform === 'server' && SCRIPT_KEYS.includes(key.text)) report(key, 'script', { key: key.text })
      else if (near) report(key, 'misspelt', { key: key.text, near }, respell(key, sections))
      else report(key, 'unknown', { key: key.text, platform: PLATFORM_NAMES[platform], sections: sections.join(', ') })
    }
  },
})

const EVENTS = new Set(Object.values(EVENT_ORDER).flat())
