import { APPSPEC_SECTIONS, defineRule, PLATFORM_NAMES } from '#rule'
import { STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/foreign-section',
  title: 'AppSpec section belongs to another platform',
  severity: 'warning',
  on: ['appspec'],
  why: 'Each platform reads its own sections and passes over the others, so half of what the file says never happens.',
  fix: 'Remove the section, or write one AppSpec for each platform.',
  sources: [{ url: STRUCTURE, fact: 'os, files and permissions belong to EC2/on-premises, resources to Lambda and ECS.' }],
  notes: [
    '000:343',
    '000:358',
    '000:359',
    '000:361',
    '001:1095',
    '001:1096',
    '001:1097',
    '001:1098',
    '001:1099',
    '001:1130',
    '002:1206',
    '002:1207',
    '002:1208',
    '002:1209',
  ],
  messages: {
    foreign:
      '"{key}" is not read in an AppSpec for {platform}; it belongs to {other}: remove it, or give that platform an AppSpec of its own.',
  },
  check(appspec, { report }) {
    const { platform } = appspec
    if (!platform) return
    for (const { key } of appspec.root.entries) {
      const name = key.text.toLowerCase()
      if (platform === 'server' ? name === 'resources' : SERVER.has(name))
        report(key, 'foreign', {
          key: key.text,
          platform: PLATFORM_NAMES[platform],
          other: platform === 'server' ? 'Lambda and ECS' : PLATFORM_NAMES.server,
        })
    }
  },
})

const SERVER = new Set(APPSPEC_SECTIONS.server.filter((name) => name !== 'version' && name !== 'hooks'))
