import { APPSPEC_SECTIONS, defineRule } from '#rule'
import { AGENT_PARSER, STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/version-missing',
  title: 'AppSpec must have a version',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy reads the version first and refuses a file without one.',
  fix: 'Begin the file with `version: 0.0`.',
  sources: [
    { url: STRUCTURE, fact: 'version is required on every compute platform; the only value is 0.0.' },
    {
      url: AGENT_PARSER,
      fact: 'The agent compares the value with 0.0 and raises "an invalid version value" for anything else, nothing included.',
    },
  ],
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
    missing: 'The AppSpec has no "version" (CodeDeploy: "an invalid version value () was entered"); add version: 0.0.',
    missingFromTarget: 'The AppSpec has no "version"; add version: 0.0.',
    misspelt: '"{key}" is not read as "version" (CodeDeploy: "an invalid version value () was entered"); write version: 0.0.',
    empty: '"version" has no value (CodeDeploy: "an invalid version value () was entered"); write version: 0.0.',
  },
  check(appspec, { report }) {
    const version = appspec.section('version')
    const key = appspec.standIn(appspec.root, 'version', APPSPEC_SECTIONS[appspec.platform ?? 'lambda'])
    if (version?.value.kind === 'scalar' && version.value.value === null) report(version.key, 'empty')
    else if (!version && key) report(key, 'misspelt', { key: key.text })
    else if (!version) report(appspec.root, appspec.platform === 'server' ? 'missing' : 'missingFromTarget')
  },
})
